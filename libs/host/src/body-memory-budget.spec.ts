import { expect, it } from '@jest/globals';
import { BodyMemoryBudget } from './body-memory-budget.js';

const from = (network: number, length?: number, readableAborted = false) => ({
  ip: `192.0.2.${network}`,
  headers: length === undefined ? {} : { 'content-length': String(length) },
  raw: { readableAborted },
});

/** The outcome of each reservation while the others are held. */
function told(budget: BodyMemoryBudget, senders: readonly ReturnType<typeof from>[]): Promise<string[]> {
  const gate = Promise.withResolvers<string>();
  const answers = senders.map((sender) => budget.hold(sender, () => gate.promise).catch(({ name }: Error) => name));
  gate.resolve('kept');
  return Promise.all(answers);
}

const kept = (count: number) => Array<string>(count).fill('kept');

it('admits eight of the largest bodies, and not a byte more', async () => {
  const eight = Array.from({ length: 8 }, (_, network) => from(network));
  expect(await told(new BodyMemoryBudget(100), [...eight, from(8, 1)])).toEqual([...kept(8), 'Overloaded']);
});

it('reserves Content-Length, and never more than the largest size', async () => {
  const some = [from(1, 1_000_000), from(1, 200), ...Array.from({ length: 20 }, () => from(1, 10))];
  expect(await told(new BodyMemoryBudget(100), [...some, from(1, 1)])).toEqual([...kept(22), 'Overloaded']);
});

it('gives one network half of the budget', async () => {
  const crowd = Array.from({ length: 5 }, () => from(1));
  expect(await told(new BodyMemoryBudget(100), [...crowd, from(2)])).toEqual([...kept(4), 'Overloaded', 'kept']);
});

it('refuses a body whose request is aborted already', async () => {
  expect(await told(new BodyMemoryBudget(100), [from(1, 1, true)])).toEqual(['BadInput']);
});

it('releases a reservation when its work ends, well or not', async () => {
  const budget = new BodyMemoryBudget(100);
  const eight = Array.from({ length: 8 }, (_, at) => from(at % 2));
  expect(await told(budget, eight)).toEqual(kept(8));
  const broken = eight.map((sender) => budget.hold(sender, () => Promise.reject(new Error('broken'))));
  expect(await Promise.allSettled(broken)).toEqual(Array(8).fill(expect.objectContaining({ status: 'rejected' })));
  expect(await told(budget, eight)).toEqual(kept(8));
});
