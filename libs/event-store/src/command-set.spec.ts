import { expect, it } from '@jest/globals';
import { refuse, type Decider } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import type { CommandContext } from './command-handler.js';
import { commandSets, Overtaken } from './command-set.js';
import { noted } from './event-store.contract.js';
import { memoryEventStore } from './memory-event-store.js';

interface Note {
  readonly type: 'Noted';
  readonly note: string;
}

const notes: Decider<readonly string[], string, Note> = {
  initialState: [],
  decide(note, all) {
    if (note === 'never') refuse('FORBIDDEN');
    return all.includes(note) ? [] : [{ type: 'Noted', note }];
  },
  evolve: (all, { note }) => [...all, note],
};

function world() {
  const store = memoryEventStore('notes');
  const events = { Noted: { schema: 1, personal: [] } };
  const sets = commandSets({ store, decider: notes, streamType: 'Note', events });
  const context = (over: Partial<CommandContext> = {}): CommandContext => ({
    district: 1,
    actor: { kind: 'system', id: 'test' },
    commandId: randomUUID(),
    correlationId: randomUUID(),
    at: '2026-11-24T09:00:00.000Z',
    ...over,
  });
  const read = async (stream: string) =>
    (await store.read(1, stream)).map(({ data }) => (data as Pick<Note, 'note'>).note);
  return { store, sets, context, read };
}

it('decides commands of one stream after one another and stores them together', async () => {
  const { store, sets, context, read } = world();
  const [stream, other] = [randomUUID(), randomUUID()];
  const repeated = context();
  await store.transaction(async (tx) => {
    const set = sets(tx);
    await set.load([{ district: 1, stream }]);
    const unit = set.begin();
    await unit.handle(repeated, stream, 'a');
    await unit.handle(context(), stream, 'b');
    await unit.handle(context(), stream, 'a');
    await unit.handle(repeated, stream, 'c');
    await unit.handle(context(), other, 'x');
    unit.keep();
    expect(await store.read(1, stream, 0, { tx })).toEqual([]);
    await set.append();
  });
  expect(await read(stream)).toEqual(['a', 'b']);
  expect(await read(other)).toEqual(['x']);
  await store.transaction(async (tx) => {
    const set = sets(tx);
    await set.load([{ district: 1, stream }]);
    const unit = set.begin();
    await unit.handle(repeated, stream, 'd');
    unit.keep();
    await set.append();
  });
  expect(await read(stream)).toEqual(['a', 'b']);
});

it('forgets a unit that is not kept', async () => {
  const { store, sets, context, read } = world();
  const stream = randomUUID();
  await store.transaction(async (tx) => {
    const set = sets(tx);
    await set.load([{ district: 1, stream }]);
    const refused = set.begin();
    await refused.handle(context(), stream, 'a');
    await expect(refused.handle(context(), stream, 'never')).rejects.toThrow('FORBIDDEN');
    const next = set.begin();
    await next.handle(context(), stream, 'b');
    next.keep();
    await set.append();
  });
  expect(await read(stream)).toEqual(['b']);
});

it('stores nothing when another writer was first', async () => {
  const { store, sets, context, read } = world();
  const stream = randomUUID();
  const late = store.transaction(async (tx) => {
    const set = sets(tx);
    await set.load([{ district: 1, stream }]);
    await store.append(noted({ stream }, 'first'));
    const unit = set.begin();
    await unit.handle(context(), stream, 'second');
    unit.keep();
    await set.append();
  });
  await expect(late).rejects.toBeInstanceOf(Overtaken);
  expect(await read(stream)).toEqual(['first']);
});
