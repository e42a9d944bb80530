import { beforeEach, describe, expect, it } from '@jest/globals';
import { IdempotencyKeyReused, refuse, uuidv5, VersionConflict, type Decider } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { CommandHandler, type CommandContext } from './command-handler.js';
import type { AppendRequest, AppendResult } from './event-store.js';
import { memoryEventStore, type MemoryEventStore } from './memory-event-store.js';

type Fact =
  | { readonly type: 'Opened'; readonly person: string; readonly text: string; readonly size: number }
  | { readonly type: 'Remarked'; readonly remark: string }
  | { readonly type: 'Warned' };
type Act =
  | { readonly act: 'open'; readonly text: string }
  | { readonly act: 'remark'; readonly remark: string }
  | { readonly act: 'warn' };
interface Case {
  readonly person?: string;
  readonly texts: readonly string[];
}

const person = randomUUID();

const decider: Decider<Case, Act, Fact> = {
  initialState: { texts: [] },
  decide(command, state) {
    if (command.act === 'warn') return [{ type: 'Warned' }];
    if (command.act === 'remark') {
      if (!state.person) return refuse('NOT_FOUND');
      return command.remark === '' ? [] : [{ type: 'Remarked', remark: command.remark }];
    }
    return state.person ? [] : [{ type: 'Opened', person, text: command.text, size: command.text.length }];
  },
  evolve(state, event) {
    if (event.type === 'Warned') return state;
    return event.type === 'Opened'
      ? { person: event.person, texts: [event.text] }
      : { ...state, texts: [...state.texts, event.remark] };
  },
};

let store: MemoryEventStore;
let handle: CommandHandler<Case, Act, Fact>['handle'];
/** The transactions in which texts were sealed. */
let sealedIn: unknown[];
beforeEach(() => {
  store = memoryEventStore('cases');
  sealedIn = [];
  const handler = new CommandHandler<Case, Act, Fact>({
    store,
    decider,
    streamType: 'Case',
    events: {
      Opened: { schema: 3, personal: ['text'] },
      Remarked: { schema: 1, personal: ['remark'] },
      Warned: { schema: 1, personal: [] },
    },
    advisory: ['Warned'],
    sealing: {
      personOf: (state, event) => (event.type === 'Opened' ? event.person : state.person!),
      seal: (district, whose, eventId, field, text, tx) => {
        sealedIn.push(tx);
        return Promise.resolve(`${district}|${whose}|${eventId}|${field}|${text.length}`);
      },
    },
  });
  handle = handler.handle.bind(handler);
});

const context = (over: Partial<CommandContext> = {}): CommandContext => ({
  district: 7,
  actor: { kind: 'anyone' },
  commandId: randomUUID(),
  correlationId: randomUUID(),
  at: '2026-11-24T09:00:00.000Z',
  ...over,
});

it('stores decided events sealed, under ids that are the same on a retry', async () => {
  const opening = context();
  const stream = randomUUID();
  const opened = await handle(opening, stream, { act: 'open', text: 'The road' });
  const id = uuidv5(opening.commandId, '0');
  const text = `7|${person}|${id}|text|8`;
  expect(opened).toEqual({
    state: { person, texts: [text] },
    version: 1,
    correlationId: opening.correlationId,
    events: [{ type: 'Opened', person, text, size: 8 }],
    repeated: false,
  });
  expect(await store.read(7, stream)).toMatchObject([
    { id, type: 'Opened', schema: 3, data: { person, text, size: 8 }, commandId: opening.commandId },
  ]);
});

it('seals in the transaction in which it appends, if there is one', async () => {
  const stream = randomUUID();
  const tx = {} as Transaction;
  await handle(context(), stream, { act: 'open', text: 'a' });
  await handle(context(), stream, { act: 'remark', remark: 'b' }, { tx });
  expect(sealedIn).toEqual([undefined, tx]);
});

it(`keeps the correlation id of the stream's first event`, async () => {
  const stream = randomUUID();
  const opening = context();
  await handle(opening, stream, { act: 'open', text: 'a' });
  await handle(context(), stream, { act: 'remark', remark: 'b' });
  const correlations = (await store.read(7, stream)).map((event) => event.correlationId);
  expect(correlations).toEqual([opening.correlationId, opening.correlationId]);
});

it('returns the first result to a repeated command', async () => {
  const stream = randomUUID();
  const opening = context({ fingerprint: 'f' });
  const first = await handle(opening, stream, { act: 'open', text: 'a' });
  await handle(context(), stream, { act: 'remark', remark: 'b' });
  expect(await handle(opening, stream, { act: 'open', text: 'a' })).toEqual({ ...first, events: [], repeated: true });
  const { fingerprint: _forgotten, ...later } = opening;
  expect(await handle(later, stream, { act: 'open', text: 'a' })).toMatchObject({ version: 1, repeated: true });
  const reused = [
    handle({ ...opening, fingerprint: 'g' }, stream, { act: 'open', text: 'other' }),
    handle(opening, randomUUID(), { act: 'open', text: 'a' }),
  ];
  for (const attempt of reused) await expect(attempt).rejects.toBeInstanceOf(IdempotencyKeyReused);
});

it('returns the first result of a retry although its expected version is old', async () => {
  const stream = randomUUID();
  await handle(context(), stream, { act: 'open', text: 'a' });
  const remark = context();
  await handle(remark, stream, { act: 'remark', remark: 'b' }, { expectedVersion: 1 });
  const again = await handle(remark, stream, { act: 'remark', remark: 'b' }, { expectedVersion: 1 });
  expect(again).toMatchObject({ version: 2, repeated: true });
});

it('rejects an outdated expected version and rethrows refusals', async () => {
  const stream = randomUUID();
  await expect(handle(context(), stream, { act: 'remark', remark: 'b' })).rejects.toThrow('NOT_FOUND');
  await handle(context(), stream, { act: 'open', text: 'a' });
  await handle(context(), stream, { act: 'remark', remark: 'b' });
  const late = handle(context(), stream, { act: 'remark', remark: 'c' }, { expectedVersion: 1 });
  await expect(late).rejects.toEqual(new VersionConflict(1, 2));
});

it('appends nothing when the command decides no events', async () => {
  const stream = randomUUID();
  await handle(context(), stream, { act: 'open', text: 'a' });
  const silent = await handle(context(), stream, { act: 'remark', remark: '' });
  expect(silent).toMatchObject({ version: 1, events: [], repeated: false });
});

it('remembers a command without events, so that a late retry has no effect', async () => {
  const stream = randomUUID();
  const [early, late] = [context({ fingerprint: 'f' }), context({ fingerprint: 'f' })];
  const unnamed = context();
  const opening = context();
  await handle(opening, stream, { act: 'open', text: 'a' });
  for (const silent of [early, unnamed]) await handle(silent, stream, { act: 'remark', remark: '' });
  await handle(context(), stream, { act: 'remark', remark: 'b' });
  expect(await handle(early, stream, { act: 'remark', remark: 'now it would matter' })).toEqual({
    state: { person, texts: [expect.any(String)] },
    version: 1,
    correlationId: opening.correlationId,
    events: [],
    repeated: true,
  });
  const other = handle({ ...early, fingerprint: 'g' }, stream, { act: 'remark', remark: 'c' });
  await expect(other).rejects.toBeInstanceOf(IdempotencyKeyReused);
  expect(await store.remembered(7, unnamed.commandId)).toBeUndefined();
  const nowhere = randomUUID();
  await expect(handle(late, nowhere, { act: 'remark', remark: 'd' })).rejects.toThrow('NOT_FOUND');
  expect(await store.remembered(7, late.commandId)).toBeUndefined();
});

it('retries after a lost race', async () => {
  const stream = randomUUID();
  await handle(context(), stream, { act: 'open', text: 'a' });
  const [one, other] = await Promise.all([
    handle(context(), stream, { act: 'remark', remark: 'b' }),
    handle(context(), stream, { act: 'remark', remark: 'c' }),
  ]);
  expect([one.version, other.version].sort()).toEqual([2, 3]);
  const raced = await Promise.allSettled([
    handle(context(), stream, { act: 'remark', remark: 'd' }, { expectedVersion: 3 }),
    handle(context(), stream, { act: 'remark', remark: 'e' }, { expectedVersion: 3 }),
  ]);
  expect(raced.map((attempt) => attempt.status).sort()).toEqual(['fulfilled', 'rejected']);
});

describe('a caller who has not seen the latest facts', () => {
  const stream = randomUUID();
  const remark = (expectedVersion: number) =>
    handle(context(), stream, { act: 'remark', remark: 'x' }, { expectedVersion });
  beforeEach(async () => {
    await handle(context(), stream, { act: 'open', text: 'a' });
    await handle(context(), stream, { act: 'warn' });
  });

  it('acts all the same when they are advisory', async () => {
    expect(await remark(1)).toMatchObject({ version: 3 });
  });

  it('reports any other, a version that never existed, and a missing stream', async () => {
    await remark(2);
    await handle(context(), stream, { act: 'warn' });
    await expect(remark(2)).rejects.toEqual(new VersionConflict(2, 4));
    await expect(remark(0)).rejects.toEqual(new VersionConflict(0, 4));
    await expect(remark(5)).rejects.toEqual(new VersionConflict(5, 4));
    expect(await remark(3)).toMatchObject({ version: 5 });
  });

  it('wins a race that is lost to an advisory fact, and no other', async () => {
    const append = store.append.bind(store) as (request: AppendRequest) => Promise<AppendResult>;
    let first: Act | undefined = { act: 'warn' };
    store.append = (async (request: AppendRequest) => {
      const before = first;
      first = undefined;
      if (before) await handle(context(), stream, before);
      return append(request);
    }) as typeof store.append;
    expect(await remark(2)).toMatchObject({ version: 4 });
    first = { act: 'remark', remark: 'another' };
    await expect(remark(4)).rejects.toEqual(new VersionConflict(4, 5));
  });
});
