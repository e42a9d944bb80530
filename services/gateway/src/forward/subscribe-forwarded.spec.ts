import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { live, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

let gateway: SmallGateway;
beforeAll(async () => void (gateway = await smallGateway({}, { forwarded: true })));
afterAll(() => gateway.application.close());

/** A source without a value, until it is closed. */
function silence(onEnd: () => void): AsyncIterable<{ ticks: number }> {
  let end: (result: IteratorResult<{ ticks: number }>) => void = () => undefined;
  const over = { done: true, value: undefined } as const;
  const iterator: AsyncIterableIterator<{ ticks: number }> = {
    [Symbol.asyncIterator]: () => iterator,
    next: () => new Promise((resolve) => void (end = resolve)),
    return: async () => {
      onEnd();
      end(over);
      return over;
    },
  };
  return iterator;
}

async function listen() {
  const messages: unknown[] = [];
  const closed = Promise.withResolvers<{ code: number }>();
  const done = Promise.withResolvers<unknown>();
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${await gateway.sign()}` },
    retryAttempts: 0,
    on: { closed: (event) => closed.resolve(event as { code: number }) },
  });
  client.subscribe(
    { query: 'subscription Live($d: String!) { mine: ticks(district: $d) }', variables: { d: 'aldan' } },
    { next: (message) => void messages.push(message), error: done.resolve, complete: () => done.resolve('complete') },
  );
  return { client, messages, closed: closed.promise, done: done.promise };
}

const started = async (): Promise<void> => void (await new Promise((resolve) => setTimeout(resolve, 300)));

it('ends the subscription at the owner when the last subscriber leaves before any value', async () => {
  const ended = Promise.withResolvers<void>();
  live.ticks = silence(ended.resolve);
  const { client } = await listen();
  await started();
  await client.dispose();
  await ended.promise;
});

it('sends values under the requested alias', async () => {
  live.ticks = (async function* () {
    yield { ticks: 7 };
  })();
  const { messages, done, client } = await listen();
  expect([await done, messages]).toEqual(['complete', [{ data: { mine: 7 } }]]);
  await client.dispose();
});

it('closes the socket when the owner stops, and answers UNAVAILABLE to a new subscription', async () => {
  live.ticks = silence(() => undefined);
  const { closed } = await listen();
  await started();
  await gateway.services['small']!.close();
  expect(await closed).toMatchObject({ code: 1012 });
  const { messages, done, client } = await listen();
  expect(await done).toBe('complete');
  expect(messages).toMatchObject([{ errors: [{ path: ['mine'], extensions: { code: 'UNAVAILABLE' } }] }]);
  await client.dispose();
});
