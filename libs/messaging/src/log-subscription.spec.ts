import { afterEach, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { memoryEventStore, type MemoryEventStore, type NewEvent } from '@otklik/event-store';
import { eventually } from '@otklik/testing';
import { eventSize } from './event-size.js';
import { subscribeToLog, type LogSubscription } from './log-subscription.js';
import type { Publish } from './messaging.js';
import { newId, silent } from './probe.contract.js';

const MB = 1024 * 1024;
const publish: Publish = (event) => {
  if (event.type === 'Broken') throw new TypeError('a defect');
  return { ...event, topic: 'intake.events', appeal: event.stream };
};

const feeds: LogSubscription[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.stop();
});
async function started(store: MemoryEventStore): Promise<LogSubscription> {
  const feed = subscribeToLog({ log: store.log, publish }, silent);
  feeds.push(feed);
  await feed.start();
  return feed;
}

async function append(store: MemoryEventStore, ...types: readonly (readonly [type: string, bytes: number])[]) {
  for (const [type, bytes] of types) {
    const event: NewEvent = { id: newId(), type, schema: 1, data: { text: 'x'.repeat(bytes) } };
    const around = { actor: { kind: 'anyone' }, at: '2026-11-24T09:00:00.000Z', commandId: newId() } as const;
    const stream = newId();
    await store.append({
      ...around,
      district: 1,
      stream,
      streamType: 'Probe',
      expected: 'none',
      correlationId: stream,
      events: [event],
    });
  }
}

/** Everything in its order, and the size of the biggest stretch. */
async function takeAll(feed: LogSubscription, position: number) {
  const positions: number[] = [];
  let biggest = 0;
  for (let after = 0; after < position;) {
    const taken = await feed.read(after, 1_000);
    positions.push(...taken.events.map(({ position }) => position));
    biggest = Math.max(biggest, sizeOf(taken.events));
    after = taken.position;
  }
  return { positions, biggest };
}
const sizeOf = (events: readonly PublicEvent[]) => events.reduce((sum, event) => sum + eventSize(event), 0);
const reaches = (feed: LogSubscription, position: number) =>
  eventually(async () => ((await feed.read(position - 1, 1)).position === position ? true : undefined));

it('bounds the memory of large events and returns them in short pages', async () => {
  const store = memoryEventStore('probe');
  const read: number[] = [];
  const { log } = store;
  store.log.read = ((real) => (after, limit) => (read.push(after), real(after, limit)))(log.read);
  const feed = await started(store);
  await append(store, ...Array.from({ length: 50 }, () => ['Happened', MB] as const));
  await reaches(feed, 50);
  read.length = 0;
  // The newest are there still, the oldest come from the log again.
  expect((await feed.read(49, 1_000)).events).toHaveLength(1);
  expect(read.filter((after) => after < 49)).toEqual([]);
  await feed.read(0, 1);
  expect(read).toContain(0);
  const kept = await takeAll(feed, 50);
  expect(kept.positions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  const late = await feed.read(40, 1_000);
  expect(sizeOf(late.events)).toBeLessThanOrEqual(8 * MB);
  expect(late.events.length).toBeGreaterThan(1);
});

it('returns an event larger than every bound', async () => {
  const store = memoryEventStore('probe');
  const feed = await started(store);
  await append(store, ['Happened', 10], ['Happened', 40 * MB], ['Happened', 10]);
  await reaches(feed, 3);
  expect((await takeAll(feed, 3)).positions).toEqual([1, 2, 3]);
});

it('stops at an event that cannot be published where nothing keeps its key', async () => {
  const store = memoryEventStore('probe');
  await append(store, ['Happened', 1], ['Broken', 1]);
  await expect(subscribeToLog({ log: store.log, publish }, silent).read(1, 10)).rejects.toThrow('a defect');
});
