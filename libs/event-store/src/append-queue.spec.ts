import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { AppendQueue, type Pending } from './append-queue.js';
import { noted } from './event-store.contract.js';
import { encodeAppend } from './prepared-append.js';

/** A queue with one sender, whose batches wait until they are ended. */
function world() {
  const sent: Pending[][] = [];
  let ended = Promise.withResolvers<void>();
  const queue = new AppendQueue([
    async (batch) => {
      sent.push(batch);
      await ended.promise;
      for (const pending of batch) pending.settle({ version: 1, repeated: false });
    },
  ]);
  const add = (district: number, count: number, { stream, events = 1 }: { stream?: string; events?: number } = {}) => {
    for (let one = 0; one < count; one += 1) {
      const texts = Array.from({ length: events }, () => 'a');
      void queue.add(encodeAppend({ ...noted({ stream: stream ?? randomUUID() }, ...texts), district }));
    }
  };
  const end = async () => {
    const last = ended;
    ended = Promise.withResolvers<void>();
    last.resolve();
    await turn();
  };
  const districts = () => sent.map((batch) => batch.map(({ request }) => request.district));
  return { queue, add, end, sent, districts };
}

const times = (district: number, count: number): number[] => Array<number>(count).fill(district);

it('sends in a batch one append of each district in turn, however many another has', async () => {
  const { add, end, districts } = world();
  add(1, 1);
  await turn();
  add(1, 300);
  add(2, 2);
  add(3, 1);
  await end();
  expect(districts().map((batch) => batch.slice(0, 6))).toEqual([[1], [1, 2, 3, 1, 2, 1]]);
  expect(districts()[1]).toHaveLength(256);
});

it('lets an append wait for no more than the batch that is being sent, where another district fills many', async () => {
  const { add, end, districts } = world();
  add(1, 1_000);
  await turn();
  add(2, 1);
  await end();
  expect(districts().map((batch) => batch.includes(2))).toEqual([false, true]);
});

it('keeps the order and the size of batches where one district is alone', async () => {
  const { queue, add, end, sent, districts } = world();
  add(1, 600);
  await turn();
  await end();
  await end();
  expect(districts()).toEqual([times(1, 256), times(1, 256), times(1, 88)]);
  await end();
  await queue.drained();
  expect(new Set(sent.flat().map(({ request }) => request.stream)).size).toBe(600);
});

it('bounds a batch by its events, over all districts', async () => {
  const { add, end, districts } = world();
  add(1, 1);
  await turn();
  add(1, 3, { events: 400 });
  add(2, 1, { events: 400 });
  await end();
  await end();
  expect(districts()).toEqual([[1], [1, 2], [1, 1]]);
});

it('sends of one stream one append at a time, in their order', async () => {
  const { add, end, districts } = world();
  const stream = randomUUID();
  add(1, 3, { stream });
  await turn();
  add(2, 1);
  await end();
  await end();
  expect(districts()).toEqual([[1], [2, 1], [1]]);
});
