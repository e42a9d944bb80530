import { expect, it } from '@jest/globals';
import { PeopleFirst } from './people-first.js';

const never = new AbortController().signal;

function queueOf(people: PeopleFirst, length: number): () => void {
  const gate = Promise.withResolvers<void>();
  for (let one = 0; one < length; one += 1) void people.serve(() => gate.promise);
  return gate.resolve;
}

async function restOf(people: PeopleFirst, workedMs: number, signal = never): Promise<number> {
  const begun = performance.now();
  await people.giveWay(workedMs, signal);
  return performance.now() - begun;
}

it('does not make work rest for a few', async () => {
  const people = new PeopleFirst();
  queueOf(people, 7);
  expect(people.waiting).toBe(7);
  expect(await restOf(people, 1_000)).toBeLessThan(20);
});

it('makes work rest nine times as long as it took while a queue waits', async () => {
  const people = new PeopleFirst();
  queueOf(people, 8);
  expect(await restOf(people, 10)).toBeGreaterThanOrEqual(90);
});

it('lets two kinds of work rest one after the other', async () => {
  const people = new PeopleFirst();
  queueOf(people, 8);
  const [first, second] = await Promise.all([restOf(people, 10), restOf(people, 10)]);
  expect(first).toBeGreaterThanOrEqual(90);
  expect(second).toBeGreaterThanOrEqual(180);
});

it('ends the rest when the queue is gone, and on abort', async () => {
  const people = new PeopleFirst();
  const answered = queueOf(people, 8);
  const resting = restOf(people, 1_000_000);
  answered();
  expect(await resting).toBeLessThan(2_500);
  expect(people.waiting).toBe(0);
  queueOf(people, 8);
  expect(await restOf(people, 1_000_000, AbortSignal.abort())).toBeLessThan(20);
});

it('takes a queue that is gone for a moment to be there still', async () => {
  const people = new PeopleFirst();
  queueOf(people, 8)();
  await Promise.resolve();
  const begun = performance.now();
  await people.giveWay(1_000_000, never);
  const rested = performance.now() - begun;
  expect(rested).toBeGreaterThan(100);
  expect(rested).toBeLessThan(2_500);
});

it('makes work rest during a bulk, for half a second at most', async () => {
  const people = new PeopleFirst();
  const brought = Promise.withResolvers<void>();
  const bulk = people.bulk(() => brought.promise);
  expect(await restOf(people, 10)).toBeGreaterThanOrEqual(90);
  const longest = await restOf(people, 1_000_000);
  expect(longest).toBeGreaterThanOrEqual(500);
  expect(longest).toBeLessThan(2_500);
  brought.resolve();
  await bulk;
  expect(await restOf(people, 1_000)).toBeLessThan(20);
});

it('counts those whose work fails until it has failed', async () => {
  const people = new PeopleFirst();
  await expect(people.serve(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(people.waiting).toBe(0);
});
