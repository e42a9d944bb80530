import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { fetchById, rememberId } from './operation-ids.js';

const text = 'query Rows($district: String!) { rows }';
const document = { __meta__: { hash: 'sha256:abc' }, toString: () => text };
const body = { operationName: 'Rows', query: `${text} # with __typename`, variables: { district: 'aldan' } };
const sent: Record<string, unknown>[] = [];
const before = globalThis.fetch;

/** A server that lists the ids given. */
function server(...ids: readonly string[]): void {
  globalThis.fetch = jest.fn(async (_: unknown, request?: RequestInit) => {
    const asked = JSON.parse(String(request!.body)) as { extensions?: { persistedQuery: { sha256Hash: string } } };
    sent.push(asked);
    const id = asked.extensions?.persistedQuery.sha256Hash;
    if (id === undefined || ids.includes(id)) return Response.json({ data: {} });
    return Response.json({ errors: [{ extensions: { code: 'OPERATION_NOT_LISTED' } }] }, { status: 400 });
  });
}

beforeEach(() => {
  sent.length = 0;
  rememberId(document);
});
afterEach(() => void (globalThis.fetch = before));

const ask = async (asked: object = body) =>
  (await fetchById('/graphql', { method: 'POST', body: JSON.stringify(asked) })).status;

it('sends the id of an operation instead of its text', async () => {
  server('sha256:abc');
  expect(await ask()).toBe(200);
  expect(sent).toEqual([
    {
      operationName: 'Rows',
      variables: { district: 'aldan' },
      extensions: { persistedQuery: { version: 1, sha256Hash: 'sha256:abc' } },
    },
  ]);
});

it('sends the text to a server of another build, at once and from then on', async () => {
  server('sha256:other');
  expect([await ask(), await ask()]).toEqual([200, 200]);
  expect(sent.map(({ query }) => query)).toEqual([undefined, body.query, body.query]);
});

it('sends an operation without an id as it is', async () => {
  server();
  expect(await ask({ ...body, operationName: 'Other' })).toBe(200);
  expect(sent).toEqual([{ ...body, operationName: 'Other' }]);
});
