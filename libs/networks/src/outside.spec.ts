import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpReceiver } from '@otklik/testing';
import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { callOutside, outsideAgent, type Lookup } from './outside.js';

let canary: HttpReceiver;
beforeAll(async () => {
  canary = await HttpReceiver.start();
});
beforeEach(() => {
  canary.received.length = 0;
  canary.connections = 0;
  canary.answer = () => ({ status: 204 });
});
afterAll(() => canary.stop());

const call = { headers: { 'content-type': 'application/json' }, body: '{}', timeoutMs: 5_000 };
const never = new AbortController().signal;
const at = (host: string, scheme = 'http') => new URL(`${scheme}://${host}:${canary.port}/`);
const answering =
  (given: readonly string[]): Lookup =>
  (_, __, found) =>
    found(
      null,
      given.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a call to an address that a person gave', () => {
  // As browsers and other clients read them: one and the same inner host.
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '①②⑦.⓪.⓪.①',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '0.0.0.0',
    '0',
    '10.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '[fd00:ec2::254]',
  ])('never reaches %s', async (host) => {
    for (const scheme of ['http', 'https'])
      expect(await callOutside({ ...call, url: at(host, scheme) }, never)).toEqual({ failure: 'INNER_ADDRESS' });
    expect(canary.connections).toBe(0);
  });

  it.each(['localhost', 'LOCALHOST'])('never reaches the machine by its name %s', async (host) => {
    expect(await callOutside({ ...call, url: at(host) }, never)).toEqual({ failure: 'INNER_ADDRESS' });
    expect(canary.connections).toBe(0);
  });

  it('looks at the address to which the name leads at that moment, and not at the name', async () => {
    const agents = { outside: outsideAgent(answering(['127.0.0.1'])) };
    const outcome = await callOutside({ ...call, url: at('rebinding.example') }, never, agents);
    expect(outcome).toEqual({ failure: 'INNER_ADDRESS' });
    expect(canary.connections).toBe(0);
  });

  it.each([[['8.8.8.8', '127.0.0.1']], [['2a00:bdc0::1', '::1']], [['::ffff:127.0.0.1']], [[]]])(
    'does not pick a public address out of %j',
    async (addresses) => {
      const agents = { outside: outsideAgent(answering(addresses)) };
      const outcome = await callOutside({ ...call, url: at('mixed.example') }, never, agents);
      expect(outcome).toEqual({ failure: 'INNER_ADDRESS' });
      expect(canary.connections).toBe(0);
    },
  );

  it('follows no redirect', async () => {
    const there = await HttpReceiver.start();
    there.answer = () => ({ status: 307, headers: { location: `${canary.origin}/inner` } });
    const outcome = await callOutside({ ...call, url: new URL(there.origin), isAllowed: true }, never);
    await there.stop();
    expect(outcome).toEqual({ status: 307 });
    expect(canary.connections).toBe(0);
  });

  it('reaches an inner host that the operator allows, and brings its word', async () => {
    canary.answer = () => ({ status: 503, headers: { 'retry-after': '120' } });
    const outcome = await callOutside({ ...call, url: at('127.0.0.1'), isAllowed: true }, never);
    expect(outcome).toEqual({ status: 503, retryAfterMs: 120_000 });
    expect(canary.received).toMatchObject([{ body: '{}', headers: { 'content-type': 'application/json' } }]);
  });

  it('says what went wrong', async () => {
    const allowed = { ...call, isAllowed: true };
    const closed = await HttpReceiver.start();
    const url = new URL(closed.origin);
    await closed.stop();
    expect(await callOutside({ ...allowed, url }, never)).toEqual({ failure: 'UNREACHABLE' });
    expect(await callOutside({ ...allowed, url: at('127.0.0.1', 'https') }, never)).toEqual({ failure: 'INSECURE' });
    canary.answer = () => ({ status: 204, after: sleep(2_000) });
    expect(await callOutside({ ...allowed, url: at('127.0.0.1'), timeoutMs: 200 }, never)).toEqual({
      failure: 'TIMED_OUT',
    });
    const missing: Lookup = (_, __, found) => found(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []);
    const agents = { outside: outsideAgent(missing) };
    expect(await callOutside({ ...call, url: at('none.example') }, never, agents)).toEqual({ failure: 'NO_SUCH_HOST' });
  });
});

describe('an answer that goes on and on', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n');
      const more = setInterval(() => socket.write('a'.repeat(16_384)), 5);
      socket.on('close', () => clearInterval(more)).on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is cut, and the status counts', async () => {
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const before = performance.now();
    expect(await callOutside({ ...call, url, isAllowed: true }, never)).toEqual({ status: 200 });
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});
