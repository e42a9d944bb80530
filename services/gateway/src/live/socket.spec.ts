import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { live, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

describe.each([
  ['in one process', false],
  ['a process each', true],
])('services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  beforeAll(async () => void (gateway = await smallGateway({}, { forwarded })));
  afterAll(() => gateway.application.close());

  const query = 'subscription { ticks(district: "aldan") }';
  let ended = 0;

  /** Numbers for as long as anyone listens, one each `ms`. */
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

  interface Heard {
    readonly client: Client;
    readonly messages: unknown[];
    readonly closed: Promise<{ code: number; reason: string }>;
    readonly done: Promise<unknown>;
  }

  function listen(token: string | undefined, text = query): Heard {
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

  it('sends what happens, and ends the source when nobody listens any more', async () => {
    live.ticks = numbers(10);
    const { client, messages } = listen(await gateway.sign());
    while (messages.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(messages.slice(0, 3)).toEqual([0, 1, 2].map((ticks) => ({ data: { ticks } })));
    const before = ended;
    await client.dispose();
    while (ended === before) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it.each([
    ['another role', 'nobody', query, 'FORBIDDEN'],
    ['another district', 'moderator', query.replace('aldan', 'kuol'), 'NOT_FOUND'],
  ])('does not send to %s', async (_, subject, text, expected) => {
    live.ticks = numbers(10);
    const { client, messages, done } = listen(await gateway.sign({ sub: subject }), text);
    expect(await done).toBe('complete');
    expect(messages).toEqual([
      expect.objectContaining({ errors: [expect.objectContaining({ extensions: { code: expected } })] }),
    ]);
    await client.dispose();
  });

  it.each([
    ['nobody', undefined, 4401, 'UNAUTHENTICATED'],
    ['somebody who is no official', 'stranger', 4403, 'FORBIDDEN'],
  ])('keeps no socket for %s', async (_, subject, code, reason) => {
    const { closed, messages } = listen(subject && (await gateway.sign({ sub: subject })));
    expect(await closed).toMatchObject({ code, reason });
    expect(messages).toEqual([]);
  });

  it.each([
    ['a query', '{ open { role } }', 'BAD_INPUT'],
    ['an unknown field', 'subscription { tics }', 'BAD_INPUT'],
    ['too deep a document', `subscription { ${'a {'.repeat(20)} b ${'}'.repeat(20)} }`, 'TOO_COMPLEX'],
  ])('refuses %s with our codes', async (_, text, expected) => {
    const { client, done } = listen(await gateway.sign(), text);
    expect(await done).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: expected }) })]);
    await client.dispose();
  });

  it('gives the places of those who say nothing to whoever comes, and nobody loses his to them', async () => {
    live.ticks = numbers(10);
    const official = listen(await gateway.sign());
    while (official.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const closed: number[] = [];
    const strangers: InstanceType<typeof globalThis.WebSocket>[] = [];
    for (let at = 0; at < 510; at += 1) {
      const socket = new globalThis.WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      strangers.push(socket);
      socket.addEventListener('close', () => closed.push(at));
      await new Promise((opened) => socket.addEventListener('open', opened));
    }
    const late = listen(await gateway.sign());
    while (late.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(closed).toEqual(Array.from({ length: closed.length }, (_, at) => at));
    expect(closed.length).toBeGreaterThanOrEqual(10);
    const heard = official.messages.length;
    while (official.messages.length === heard) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const socket of strangers) socket.close();
    await Promise.all([official.client.dispose(), late.client.dispose()]);
  });

  it('closes at once for a forged token', async () => {
    const { closed } = listen('a.b.c');
    expect(await closed).toMatchObject({ code: 4401, reason: 'UNAUTHENTICATED' });
  });

  it('closes within ten seconds when the token runs out', async () => {
    live.ticks = numbers(50);
    const from = Math.floor(Date.now() / 1000);
    const { closed, messages } = listen(await gateway.sign({ iat: from, exp: from + 2 }));
    expect(await closed).toMatchObject({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(messages.length).toBeGreaterThan(2);
    expect(Date.now() / 1000 - from - 2).toBeLessThan(10);
  }, 20_000);
});
