import { expect, it } from '@jest/globals';
import { SimulatedClock } from './simulated-clock.js';

const isNow = (at: string): boolean => Math.abs(Date.parse(at) - Date.now()) < 60_000;

it('is the real time until it is set, then the given instant, and never goes back', () => {
  const clock = new SimulatedClock();
  expect(isNow(clock.now())).toBe(true);
  clock.set('2026-01-02T00:00:00.000Z');
  clock.set('2026-01-01T00:00:00.000Z');
  expect(clock.now()).toBe('2026-01-02T00:00:00.000Z');
});

it('is the real time after its end, and cannot be set again', () => {
  const clock = new SimulatedClock();
  clock.set('2026-01-02T00:00:00.000Z');
  clock.end();
  expect(isNow(clock.now())).toBe(true);
  expect(() => clock.set('2030-01-01T00:00:00.000Z')).toThrow('cannot be set');
  expect(isNow(clock.now())).toBe(true);
});
