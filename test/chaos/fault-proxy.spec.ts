import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { connect } from 'node:net';
import { faultProxy, type FaultProxy } from './fault-proxy.js';

let echo: Server;
let proxy: FaultProxy;

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
  proxy = await faultProxy((echo.address() as AddressInfo).port);
});

afterEach(async () => {
  await proxy.close();
  await new Promise((closed) => echo.close(closed));
});

/** What came back of "0123456789", and how it ended. */
function asked(patienceMs = 300): Promise<{ got: string; end: string }> {
  return new Promise((done) => {
    const socket = connect({ port: proxy.port, host: '127.0.0.1' });
    let got = '';
    const finish = (end: string): void => {
      clearTimeout(late);
      socket.destroy();
      done({ got, end });
    };
    const late = setTimeout(finish, patienceMs, 'silence');
    socket.on('error', ({ code }: NodeJS.ErrnoException) => finish(code ?? 'error'));
    socket.on('data', (chunk) => {
      got += chunk.toString();
      if (got.length === 10) finish('whole');
    });
    socket.write('0123456789');
  });
}

it('lets everything through', async () => {
  expect(await asked()).toEqual({ got: '0123456789', end: 'whole' });
});

it('delays', async () => {
  proxy.be({ kind: 'delay', ms: 150 });
  expect(await asked(100)).toEqual({ got: '', end: 'silence' });
  expect(await asked(1_000)).toEqual({ got: '0123456789', end: 'whole' });
});

it('cuts in the middle of an answer', async () => {
  proxy.be({ kind: 'cut', bytes: 4 });
  expect(['0123', '']).toContain((await asked()).got);
});

it('swallows, and resets', async () => {
  proxy.be({ kind: 'black hole' });
  expect(await asked()).toEqual({ got: '', end: 'silence' });
  proxy.be({ kind: 'reset' });
  expect((await asked()).end).toBe('ECONNRESET');
  proxy.be({ kind: 'none' });
  expect((await asked()).end).toBe('whole');
});
