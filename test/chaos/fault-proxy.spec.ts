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

/** The echo of "0123456789", and how the connection ended. */
function roundTrip(timeoutMs = 300): Promise<{ got: string; end: string }> {
  return new Promise((done) => {
    const socket = connect({ port: proxy.port, host: '127.0.0.1' });
    let got = '';
    const finish = (end: string): void => {
      clearTimeout(late);
      socket.destroy();
      done({ got, end });
    };
    const late = setTimeout(finish, timeoutMs, 'silence');
    socket.on('error', ({ code }: NodeJS.ErrnoException) => finish(code ?? 'error'));
    socket.on('data', (chunk) => {
      got += chunk.toString();
      if (got.length === 10) finish('whole');
    });
    socket.write('0123456789');
  });
}

it('passes all bytes when no fault is injected', async () => {
  expect(await roundTrip()).toEqual({ got: '0123456789', end: 'whole' });
});

it('delays a response by the time of the fault', async () => {
  proxy.inject({ kind: 'delay', ms: 150 });
  expect(await roundTrip(100)).toEqual({ got: '', end: 'silence' });
  expect(await roundTrip(1_000)).toEqual({ got: '0123456789', end: 'whole' });
});

it('cuts a response after the bytes of the fault', async () => {
  proxy.inject({ kind: 'cut', bytes: 4 });
  expect(['0123', '']).toContain((await roundTrip()).got);
});

it('passes no byte as a black hole, resets connections, and recovers when the fault is removed', async () => {
  proxy.inject({ kind: 'black hole' });
  expect(await roundTrip()).toEqual({ got: '', end: 'silence' });
  proxy.inject({ kind: 'reset' });
  expect((await roundTrip()).end).toBe('ECONNRESET');
  proxy.inject({ kind: 'none' });
  expect((await roundTrip()).end).toBe('whole');
});
