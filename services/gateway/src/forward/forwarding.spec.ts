import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { code, live, smallGateway, type AskOptions, type SmallGateway } from '../testing/small-gateway.js';

let inProcess: SmallGateway;
let forwarded: SmallGateway;
beforeAll(async () => {
  inProcess = await smallGateway();
  forwarded = await smallGateway({}, { forwarded: true, deadlineMs: 500 });
});
afterAll(async () => {
  await inProcess.application.close();
  await forwarded.application.close();
});

const key = '01930000-0000-7000-8000-00000000000a';
const send =
  'mutation ($input: SendInput!) { sent: send(input: $input) { __typename ... on Change { id version } ... on Refusal { code } } }';
const input = { district: 'aldan', key, text: 'text' };

const operations: readonly (readonly [string, AskOptions?])[] = [
  ['{ elsewhere }'],
  ['{ __typename e: elsewhere(seed: 3) ...F } fragment F on Query { elsewhere(seed: -1) }'],
  ['query ($on: Boolean!) { elsewhere @skip(if: $on) again: elsewhere(seed: 2) }', { variables: { on: true } }],
  ['query ($seed: Int! = 4) { elsewhere(seed: $seed) }'],
  ['query A { elsewhere } query B { me { role } }', { operationName: 'A' }],
  ['{ __typename }'],
  ['{ t: __typename __schema { queryType { name } } }'],
  ['{ __type(name: "Seen") { kind fields { name } } }'],
  ['{ worklist(district: "aldan") { role district } }'],
  ['{ worklist(district: "kuol") { role } }'],
  ['{ worklist(district: "nowhere") { role } }'],
  ['{ found(districts: ["aldan"]) { role } }'],
  ['{ a: worklist(district: "aldan") { role } b: worklist(district: "kuol") { role } open { role } }'],
  ['{ worklist(district: "aldan", on: "2026-13-01") { role } }'],
  ['{ broken(how: "input") }'],
  ['{ broken(how: "found") }', { headers: { 'accept-language': 'en' } }],
  ['{ mine { role } }'],
  ['{ nothing }'],
  ['query ($d: String!) { worklist(district: $d) { role } }', { variables: {} }],
  ['{ opne worklist(distrct: 1) { role } }'],
  ['query ($d: Strin, $n: Int!) { worklist(district: $d) { role } }', { variables: { n: ['a'] } }],
  ['query ($seed: Int!) { elsewhere(seed: $seed) }', { variables: { seed: [7] } }],
  ['{ elsewhere '],
  [send, { variables: { input: { ...input, text: undefined, strange: 1 } } }],
  [send, { variables: { input } }],
  [send, { variables: { input: { ...input, text: 'spam' } } }],
  [send, { variables: { input: { ...input, district: 'nowhere' } } }],
  ['mutation { decide(input: { district: "kuol", key: "' + key + '" }) { __typename } }'],
  ['mutation { openAppeal(district: "aldan", number: "1", code: "wrong") { token } }'],
];

it.each(operations)('answers a forwarded operation as one process does: %s', async (query, asking = {}) => {
  for (const signed of [true, false]) {
    const answer = async (gateway: SmallGateway) =>
      gateway.ask(query, { ...asking, ...(signed && { token: await gateway.sign() }) });
    expect(await answer(forwarded)).toEqual(await answer(inProcess));
  }
});

describe('an operation with root fields of two owners', () => {
  it.each([
    ['{ elsewhere open { role } }', 'other, small'],
    ['{ elsewhere ...F } fragment F on Query { ... { open { role } } }', 'other, small'],
    ['{ elsewhere @include(if: false) open { role } }', 'other, small'],
    ['{ elsewhere __schema { queryType { name } } }', 'gateway, other'],
  ])('is refused by both forms with the names of both owners: %s', async (query, owners) => {
    for (const gateway of [inProcess, forwarded]) {
      const { status, body } = await gateway.ask(query, { headers: { 'accept-language': 'en' } });
      expect([status, code({ body })]).toEqual([400, 'SEVERAL_OWNERS query']);
      expect(body.errors?.[0]?.message).toContain(`several: ${owners}.`);
      expect(body.data).toBeUndefined();
    }
  });
});

it.each(['', 'Bearer ', 'Bearer a.b.c', 'Basic abc'])(
  'rejects a call to a service without a valid actor token: "%s"',
  async (authorization) => {
    const { url } = forwarded.services['other']!;
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const body = '{"query":"{ elsewhere }"}';
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const answered = (await answer.json()) as Parameters<typeof code>[0]['body'];
    expect([answer.status, code({ body: answered }), answered.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    const asOfficial = { ...headers, authorization: `Bearer ${await forwarded.sign()}` };
    const official = await fetch(`${url}/graphql`, { method: 'POST', headers: asOfficial, body });
    expect(official.status).toBe(401);
  },
);

it('answers TIMED_OUT when the owner is slower than the deadline, and UNAVAILABLE without data when the owner is down', async () => {
  const gate = Promise.withResolvers<void>();
  live.gate = gate.promise;
  const slow = await forwarded.ask('{ slow }');
  expect([slow.status, code(slow), slow.body.data]).toEqual([504, 'TIMED_OUT', undefined]);
  gate.resolve();
  await forwarded.services['other']!.close();
  const down = await forwarded.ask('{ a: elsewhere b: elsewhere }');
  expect([down.status, code(down), down.body.data]).toEqual([503, 'UNAVAILABLE', undefined]);
  expect((await forwarded.ask('{ open { role } }')).body).toEqual({ data: { open: { role: 'ANYONE' } } });
});
