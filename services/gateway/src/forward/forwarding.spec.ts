import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { code, smallGateway, type SmallGateway } from '../testing/small-gateway.js';
import { threeOwners } from '../testing/three-owners.js';

let gateway: SmallGateway;
beforeAll(
  async () => void (gateway = await smallGateway({}, { owners: threeOwners, forwarded: true, deadlineMs: 500 })),
);
afterAll(() => gateway.application.close());

const failed = (key: string, code: string, message: RegExp) =>
  expect.objectContaining({ path: [key], extensions: { code }, message: expect.stringMatching(message) });
const unavailable = (key: string) => failed(key, 'UNAVAILABLE', /^Сейчас/);
const timedOut = (key: string) => failed(key, 'TIMED_OUT', /^Ответ не пришёл вовремя/);

it('puts several owners’ answers together in the order of the operation', async () => {
  const { body } = await gateway.ask(
    '{ b: betaNumber(seed: 1) __typename a: alphaNumber(seed: 2) c: betaNumber(seed: 6) }',
  );
  expect(JSON.stringify(body)).toBe('{"data":{"b":2,"__typename":"Query","a":4,"c":12}}');
});

it('applies access rules before anybody is asked', async () => {
  const inner =
    '{ ours: alphaInner(district: "aldan") { id } theirs: betaInner(district: "kuol") { id } n: gammaNumber(seed: 1) }';
  const { status, body } = await gateway.ask(inner, { token: await gateway.sign() });
  expect(status).toBe(200);
  expect(body.data).toEqual({ ours: { id: 2 }, theirs: null, n: 2 });
  expect(body.errors).toMatchObject([
    { path: ['theirs'], locations: [{ line: 1 }], extensions: { code: 'NOT_FOUND' } },
  ]);
});

it('answers in the language of the asker, also from behind', async () => {
  const { body } = await gateway.ask('{ alpha(seed: 3) { id } }', { headers: { 'accept-language': 'en' } });
  expect(body.errors).toMatchObject([{ message: 'Too long: at most 5 characters.' }]);
});

it.each(['', 'Bearer ', 'Bearer a.b.c', 'Basic abc'])(
  'leaves a caller without a good actor token outside: "%s"',
  async (authorization) => {
    const { url } = gateway.services['alpha']!;
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ alpha { id } }"}' });
    const body = (await answer.json()) as Parameters<typeof code>[0]['body'];
    expect([answer.status, code({ body }), body.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    const asOfficial = { ...headers, authorization: `Bearer ${await gateway.sign()}` };
    const official = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: asOfficial,
      body: '{"query":"{ alpha { id } }"}',
    });
    expect(official.status).toBe(401);
  },
);

it('makes an owner that is gone, or slow, an error of its own fields alone', async () => {
  await gateway.services['gamma']!.close();
  const { status, body } = await gateway.ask(
    '{ a: alphaNumber(seed: 1) g: gammaNumber(seed: 1) h: gamma(seed: 1) { id } }',
  );
  expect([status, body.data]).toEqual([200, { a: 2, g: null, h: null }]);
  expect(body.errors).toEqual([unavailable('g'), unavailable('h')]);
  const alone = await gateway.ask('{ g: gammaNumber(seed: 1) }');
  expect([alone.status, alone.body]).toEqual([200, { data: { g: null }, errors: [unavailable('g')] }]);
  const sure = await gateway.ask('{ gammaSure { id } alphaNumber(seed: 1) }');
  expect([sure.status, sure.body]).toEqual([200, { data: null, errors: [unavailable('gammaSure')] }]);

  const { server } = gateway.services['beta']!.fastify;
  const listeners = server.listeners('request');
  server.removeAllListeners('request').on('request', () => undefined);
  const started = Date.now();
  const slow = await gateway.ask('{ b: betaNumber(seed: 1) a: alphaNumber(seed: 1) }');
  expect([slow.status, slow.body]).toEqual([200, { data: { b: null, a: 2 }, errors: [timedOut('b')] }]);
  expect(Date.now() - started).toBeLessThan(3_000);
  server.removeAllListeners('request');
  for (const listener of listeners) server.on('request', listener as () => void);
  expect((await gateway.ask('{ b: betaNumber(seed: 1) }')).body).toEqual({ data: { b: 2 } });
});
