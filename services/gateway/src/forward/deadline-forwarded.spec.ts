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

/** The service handles a request only once `ready` resolves for it. */
function holdRequestsUntil(ready: (request: IncomingMessage) => Promise<unknown>): void {
  const { server } = gateway.services['small']!.fastify;
  server.removeAllListeners('request').on('request', (request, response) => {
    void ready(request).then(() => listeners.forEach((listener) => listener(request, response)));
  });
}

it('sends its deadline to the service', async () => {
  let deadline = 0;
  holdRequestsUntil(async ({ headers }) => void (deadline = Number(headers[HEADER])));
  const asked = Date.now();
  live.started = 0;
  expect(code(await gateway.ask('mutation { slowly }'))).toBe('none');
  expect([live.started, deadline > asked]).toEqual([1, true]);
});

it('does not run an operation whose deadline has passed', async () => {
  live.started = 0;
  holdRequestsUntil(async ({ headers }) => void (headers[HEADER] = String(Date.now() - 1)));
  expect(code(await gateway.ask('mutation { slowly }'))).toBe('TIMED_OUT');
  expect(live.started).toBe(0);
});

it('does not run an operation whose request was aborted', async () => {
  live.started = 0;
  let released = false;
  holdRequestsUntil(async ({ headers, socket }) => {
    delete headers[HEADER];
    await eventually(async () => (socket.destroyed ? true : undefined));
    setImmediate(() => void (released = true));
  });
  expect(code(await gateway.ask('mutation { slowly }'))).toBe('TIMED_OUT');
  await eventually(async () => (released ? true : undefined));
  // The second request times out after the first was released, so any late run would have been counted by now.
  expect(code(await gateway.ask('{ open { role } }'))).toBe('TIMED_OUT');
  expect(live.started).toBe(0);
});
