import { expect, it } from '@jest/globals';
import { ProcessActivity } from './process-activity.js';

let now = 0;

it('is at rest ten seconds after the last commit, and no sooner', () => {
  now = 5_000;
  const activity = new ProcessActivity(true, () => now);
  now += 10_000;
  expect(activity.isAtRest()).toBe(false);
  now += 1;
  expect(activity.isAtRest()).toBe(true);
  activity.noted();
  expect(activity.isAtRest()).toBe(false);
});

it('is woken by another process, and notifies none of that', () => {
  const activity = new ProcessActivity(false, () => now);
  let told = 0;
  const untell = activity.onNoted(() => void (told += 1));
  now += 20_000;
  activity.woken();
  expect([activity.isAtRest(), told]).toEqual([false, 0]);
  activity.noted();
  untell();
  activity.noted();
  expect(told).toBe(1);
});

it('calls back when the rest ends, not while it works, and not who stopped listening', () => {
  const activity = new ProcessActivity(true, () => now);
  let calls = 0;
  const unlisten = activity.onEnd(() => void (calls += 1));
  activity.noted();
  expect(calls).toBe(0);
  now += 20_000;
  activity.noted();
  activity.noted();
  expect(calls).toBe(1);
  unlisten();
  now += 20_000;
  activity.noted();
  expect(calls).toBe(1);
});
