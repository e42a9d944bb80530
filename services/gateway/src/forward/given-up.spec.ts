import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import type { IncomingMessage, RequestListener } from 'node:http';
import { code, live, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

const DEADLINE_MS = 1_000;
const HEADER = 'x-otklik-deadline';

let gateway: SmallGateway;
let listeners: readonly RequestListener[];
beforeAll(async () => {
  gateway = await smallGateway({}, { forwarded: true, deadlineMs: DEADLINE_MS });
  listeners = gateway.services['small']!.fastify.server.listeners('request') as RequestListener[];
});
afterEach(() => {
  const { server } = gateway.services['small']!.fastify;
  server.removeAllListeners('request');
  for (const listener of listeners) server.on('request', listener);
});
afterAll(() => gateway.application.close());

/** The service takes requests up only when `ready` says so of one. */
function takenUp(ready: (request: IncomingMessage) => Promise<unknown>): void {
  const { server } = gateway.services['small']!.fastify;
  server.removeAllListeners('request').on('request', (request, response) => {
    void ready(request).then(() => listeners.forEach((listener) => listener(request, response)));
  });
}

it('says until when it waits', async () => {
  let told = 0;
  takenUp(async ({ headers }) => void (told = Number(headers[HEADER])));
  const asked = Date.now();
  live.begun = 0;
  expect(code(await gateway.ask('mutation { slowly }'))).toBe('none');
  expect([live.begun, told > asked]).toEqual([1, true]);
});

it('does not begin what was to be done by now', async () => {
  live.begun = 0;
  takenUp(async ({ headers }) => void (headers[HEADER] = String(Date.now() - 1)));
  expect(code(await gateway.ask('mutation { slowly }'))).toBe('TIMED_OUT');
  expect(live.begun).toBe(0);
});

it('does not begin what its asker has given up', async () => {
  live.begun = 0;
  let taken = false;
  takenUp(async ({ headers, socket }) => {
    delete headers[HEADER];
    await eventually(async () => (socket.destroyed ? true : undefined));
    setImmediate(() => void (taken = true));
  });
  expect(code(await gateway.ask('mutation { slowly }'))).toBe('TIMED_OUT');
  await eventually(async () => (taken ? true : undefined));
  // Answered later than the first: by then the service has begun whatever it was going to begin.
  expect(code(await gateway.ask('{ open { role } }'))).toBe('TIMED_OUT');
  expect(live.begun).toBe(0);
});
