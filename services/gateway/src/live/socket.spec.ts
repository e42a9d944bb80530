import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { live, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  beforeAll(async () => void (gateway = await smallGateway({}, { forwarded })));
  afterAll(() => gateway.application.close());

  const query = 'subscription { ticks(district: "aldan") }';
  let ended = 0;

  /** Numbers until the subscription ends, one each `ms`. */
  async function* numbers(ms: number): AsyncGenerator<{ ticks: number }> {
    try {
      for (let at = 0; ; at += 1) {
        yield { ticks: at };
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
    } finally {
      ended += 1;
    }
  }

  interface Subscriber {
    readonly client: Client;
    readonly messages: unknown[];
    readonly closed: Promise<{ code: number; reason: string }>;
    readonly done: Promise<unknown>;
  }

  function subscribe(token: string | undefined, text = query): Subscriber {
    const messages: unknown[] = [];
    let close = (_: { code: number; reason: string }): void => undefined;
    const closed = new Promise<{ code: number; reason: string }>((resolve) => void (close = resolve));
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      retryAttempts: 0,
      on: { closed: (event) => close(event as { code: number; reason: string }) },
    });
    const done = new Promise<unknown>((resolve) => {
      client.subscribe(
        { query: text },
        { next: (message) => void messages.push(message), error: resolve, complete: () => resolve('complete') },
      );
    });
    return { client, messages, closed, done };
  }

  it('sends values, and ends the source when the last subscriber leaves', async () => {
    live.ticks = numbers(10);
    const { client, messages } = subscribe(await gateway.sign());
    while (messages.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(messages.slice(0, 3)).toEqual([0, 1, 2].map((ticks) => ({ data: { ticks } })));
    const before = ended;
    await client.dispose();
    while (ended === before) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it.each([
    ['another role', 'executor', query, 'FORBIDDEN'],
    ['another district', 'moderator', query.replace('aldan', 'kuol'), 'NOT_FOUND'],
  ])('answers an error instead of values to %s', async (_, subject, text, expected) => {
    live.ticks = numbers(10);
    const { client, messages, done } = subscribe(await gateway.sign({ sub: subject }), text);
    expect(await done).toBe('complete');
    expect(messages).toEqual([
      expect.objectContaining({ errors: [expect.objectContaining({ extensions: { code: expected } })] }),
    ]);
    await client.dispose();
  });

  it.each([
    ['a client without a token', undefined, 4401, 'UNAUTHENTICATED'],
    ['an account that is no official', 'stranger', 4403, 'FORBIDDEN'],
  ])('closes the socket of %s', async (_, subject, code, reason) => {
    const { closed, messages } = subscribe(subject && (await gateway.sign({ sub: subject })));
    expect(await closed).toMatchObject({ code, reason });
    expect(messages).toEqual([]);
  });

  it.each([
    ['a query', '{ open { role } }', 'BAD_INPUT', 'Queries and mutations run over HTTP.'],
    ['an unknown field', 'subscription { tics }', 'BAD_INPUT', 'Cannot query field "tics" on type "Subscription".'],
    ['a malformed document', 'subscription {', 'BAD_INPUT', 'Syntax Error: Expected Name, found <EOF>.'],
    [
      'a missing variable',
      'subscription ($d: String!) { ticks(district: $d) }',
      'BAD_INPUT',
      'Variable "$d" is missing: its type is "String!".',
    ],
    [
      'too deep a document',
      `subscription { ${'a {'.repeat(20)} b ${'}'.repeat(20)} }`,
      'TOO_COMPLEX',
      'More than 12 levels of fields.',
    ],
  ])('refuses %s with a code and a reason', async (_, text, code, reason) => {
    const { client, done } = subscribe(await gateway.sign(), text);
    expect(await done).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code, reason: expect.stringContaining(reason) }),
      }),
    ]);
    await client.dispose();
  });

  it('evicts the oldest unauthenticated sockets when there are too many, and keeps those of officials', async () => {
    live.ticks = numbers(10);
    const official = subscribe(await gateway.sign());
    while (official.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const closed: number[] = [];
    const unauthenticated: InstanceType<typeof globalThis.WebSocket>[] = [];
    for (let at = 0; at < 510; at += 1) {
      const socket = new globalThis.WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      unauthenticated.push(socket);
      socket.addEventListener('close', () => closed.push(at));
      await new Promise((opened) => socket.addEventListener('open', opened));
    }
    const late = subscribe(await gateway.sign());
    while (late.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(closed).toEqual(Array.from({ length: closed.length }, (_, at) => at));
    expect(closed.length).toBeGreaterThanOrEqual(10);
    const received = official.messages.length;
    while (official.messages.length === received) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const socket of unauthenticated) socket.close();
    await Promise.all([official.client.dispose(), late.client.dispose()]);
  });

  it('closes a further socket of an official who has thirty, leaves others’, and takes one again when one is closed', async () => {
    live.ticks = numbers(10);
    const token = await gateway.sign();
    const all: Subscriber[] = [];
    for (let at = 0; at < 30; at += 1) {
      all.push(subscribe(token));
      while (all.at(-1)!.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const tooMany = subscribe(token);
    expect(await tooMany.closed).toMatchObject({ code: 1013, reason: 'TOO_MANY_SOCKETS' });
    expect(tooMany.messages).toEqual([]);
    const other = subscribe(await gateway.sign({ sub: 'executor' }));
    expect(await other.done).toBe('complete');
    const received = all[0]!.messages.length;
    while (all[0]!.messages.length === received) await new Promise((resolve) => setTimeout(resolve, 10));
    await all[1]!.client.dispose();
    await all[1]!.closed;
    live.ticks = numbers(10);
    const again = subscribe(token);
    while (again.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([...all, again, other].map(({ client }) => client.dispose()));
  }, 60_000);

  it('takes twenty subscriptions of one socket, and refuses one more until one has ended', async () => {
    live.ticks = { [Symbol.asyncIterator]: () => numbers(50) };
    const { client, messages } = subscribe(await gateway.sign());
    while (messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const more = () => {
      const heard: unknown[] = [];
      const sink = {
        next: (one: unknown) => heard.push(one),
        error: (one: unknown) => heard.push(one),
        complete: () => 0,
      };
      const end = client.subscribe({ query }, sink);
      return { end, heard };
    };
    const first = async ({ heard }: { readonly heard: readonly unknown[] }) => {
      while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      return heard[0];
    };
    const others = Array.from({ length: 19 }, more);
    for (const other of others) expect(await first(other)).toHaveProperty('data.ticks');
    const refused = [expect.objectContaining({ extensions: expect.objectContaining({ code: 'RATE_LIMITED' }) })];
    expect(await first(more())).toEqual(refused);
    others[0]!.end();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await first(more())).toHaveProperty('data.ticks');
    await client.dispose();
  });

  it('closes at once for a forged token', async () => {
    const { closed } = subscribe('a.b.c');
    expect(await closed).toMatchObject({ code: 4401, reason: 'UNAUTHENTICATED' });
  });

  it('closes within ten seconds of the token’s expiry', async () => {
    live.ticks = numbers(50);
    const from = Math.floor(Date.now() / 1000);
    const { closed, messages } = subscribe(await gateway.sign({ iat: from, exp: from + 2 }));
    expect(await closed).toMatchObject({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(messages.length).toBeGreaterThan(2);
    expect(Date.now() / 1000 - from - 2).toBeLessThan(10);
  }, 20_000);
});
