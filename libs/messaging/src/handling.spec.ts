import { expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { handleAll } from './handling.js';
import type { BatchHandler, Consumer } from './messaging.js';

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const tx = { query: () => Promise.reject(new Error('no statement is needed')) } as unknown as Transaction;

/** `Type appeal`, as received by a consumer that has separate handlers for types with a capital letter. */
async function handled(handlers: Readonly<Record<string, string>>, ...events: readonly string[]) {
  const calls: string[] = [];
  const made = new Map<string, BatchHandler>();
  const handlerOf = (name: string) => {
    const handler: BatchHandler = async (all) =>
      void calls.push(`${name}: ${all.map(({ type, appeal }) => `${type} ${appeal}`).join(', ')}`);
    made.set(name, made.get(name) ?? handler);
    return made.get(name)!;
  };
  const consumer: Consumer = {
    name: 'probe.slices',
    topics: ['intake.events'],
    subscribesTo: [],
    handle: async ({ type, appeal }) => void calls.push(`${type} ${appeal}`),
    batchHandlers: Object.fromEntries(Object.entries(handlers).map(([type, name]) => [type, handlerOf(name)])),
  };
  const facts = events.map((event) => {
    const [type, appeal] = event.split(' ');
    return { type, appeal, district: 1 } as PublicEvent;
  });
  await handleAll(consumer, facts, tx, [1], silent);
  return calls;
}

it('takes events of one handler in one call, whatever their types', async () => {
  const handlers = { Opened: 'places', Routed: 'places' };
  expect(await handled(handlers, 'Opened a', 'Routed a', 'Opened b', 'ended a', 'Routed b', 'Opened a')).toEqual([
    'places: Opened a, Routed a, Opened b, Routed b',
    'ended a',
    'places: Opened a',
  ]);
});

it('takes them past events of other cases, and never past one of their own', async () => {
  const handlers = { Received: 'received', Registered: 'registered' };
  expect(await handled(handlers, 'Received a', 'Registered a', 'Received b', 'Registered b', 'Received a')).toEqual([
    'received: Received a, Received b',
    'registered: Registered a, Registered b',
    'received: Received a',
  ]);
});

it('hands over the districts of a batch by their numbers, in the order of each, so that two batches lock in one order', async () => {
  const calls: string[] = [];
  const consumer: Consumer = {
    name: 'probe.districts',
    topics: ['intake.events'],
    subscribesTo: [],
    handle: async ({ type, district }) => void calls.push(`${district} ${type}`),
  };
  const seen = { query: async (_: string, [districts]: [string]) => void calls.push(districts) };
  const facts = [
    [2, 'first'],
    [1, 'second'],
    [10, 'third'],
    [2, 'fourth'],
  ].map(([district, type]) => ({ type, appeal: 'a', district }) as PublicEvent);
  await handleAll(consumer, facts, seen as unknown as Transaction, [1, 2, 10], silent);
  expect(calls).toEqual(['{1}', '1 second', '{2}', '2 first', '2 fourth', '{10}', '10 third', '{1,2,10}']);
});
