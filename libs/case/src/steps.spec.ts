import { expect, it } from '@jest/globals';
import { fold, UnknownType } from '@otklik/kernel';
import { evolveBy } from './steps.js';

type Event =
  | { readonly type: 'Added'; readonly data: { readonly by: number } }
  | { readonly type: 'Cleared'; readonly data: Record<string, never> };

const who = { at: '2026-11-30T03:00:00.000Z' };
const step = evolveBy<Event, number>({ Added: (sum, { by }) => sum + by, Cleared: () => 0 });
const evolve = (sum: number, event: Event) => step(sum, event, who);

it('takes the step of each event', () => {
  const added = (by: number): Event => ({ type: 'Added', data: { by } });
  const events: readonly Event[] = [added(2), { type: 'Cleared', data: {} }, added(3)];
  expect(fold({ initialState: 0, evolve }, events)).toBe(3);
});

it('throws UnknownType, without the event’s fields, for one that a newer build wrote', () => {
  const later = { type: 'Doubled', data: { note: 'personal' } } as unknown as Event;
  expect(() => evolve(1, later)).toThrow(UnknownType);
  expect(() => evolve(1, later)).not.toThrow(/personal/);
});
