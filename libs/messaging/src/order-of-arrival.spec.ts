import { expect, it } from '@jest/globals';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { LogPage } from './log-subscription.js';
import { inOrderOfArrival } from './order-of-arrival.js';
import { fact } from './probe.contract.js';

/** A page of events recorded at these seconds, ten positions apart. */
function page(topic: Topic, seconds: readonly number[], more = false): readonly [Topic, LogPage] {
  const events = seconds.map((second, at) =>
    fact(topic, 'appeal', { recordedAt: new Date(second * 1_000).toISOString(), position: 10 * (at + 1) }),
  );
  return [topic, { events, position: 10 * events.length + 5, more }];
}

const secondsOf = (events: readonly PublicEvent[]) => events.map(({ recordedAt }) => Date.parse(recordedAt) / 1_000);

it('takes the topics as they were recorded, each in its own order', () => {
  const pages = new Map([
    page('intake.events', [1, 4, 3]),
    page('routing.events', [2, 5]),
    page('responses.events', []),
  ]);
  const { events, positions } = inOrderOfArrival(pages, 100);
  expect(secondsOf(events)).toEqual([1, 2, 4, 3, 5]);
  // Beyond the last event: what follows it is private.
  expect([...positions]).toEqual([
    ['intake.events', 35],
    ['routing.events', 25],
    ['responses.events', 5],
  ]);
});

it('takes nothing that is later than a page with more behind it, and always that page', () => {
  const pages = new Map([
    page('intake.events', [1, 9, 2], true),
    page('routing.events', [3, 12]),
    page('responses.events', [10]),
  ]);
  const { events, positions } = inOrderOfArrival(pages, 100);
  expect(secondsOf(events)).toEqual([1, 3, 9, 2]);
  expect([...positions]).toEqual([
    ['intake.events', 35],
    ['routing.events', 10],
  ]);
});

it('takes no more of all topics together than it may, and goes on where it stopped', () => {
  const pages = new Map([
    page('intake.events', [1, 4, 6]),
    page('routing.events', [2, 3]),
    page('responses.events', [7]),
  ]);
  const { events, positions } = inOrderOfArrival(pages, 4);
  expect(secondsOf(events)).toEqual([1, 2, 3, 4]);
  expect([...positions]).toEqual([
    ['intake.events', 20],
    ['routing.events', 25],
  ]);
});
