import { expect, it } from '@jest/globals';
import { evolveBy, fold, UnknownType } from './decider.js';

type Event = { readonly type: 'Added'; readonly by: number } | { readonly type: 'Cleared' };

const evolve = evolveBy<number, Event>({ Added: (sum, { by }) => sum + by, Cleared: () => 0 });

it('takes the step of each event', () => {
  const events: readonly Event[] = [{ type: 'Added', by: 2 }, { type: 'Cleared' }, { type: 'Added', by: 3 }];
  expect(fold({ initialState: 0, evolve }, events)).toBe(3);
});

it('throws UnknownType, without the event’s fields, for one that a newer build wrote', () => {
  const later = { type: 'Doubled', note: 'personal' } as unknown as Event;
  expect(() => evolve(1, later)).toThrow(UnknownType);
  expect(() => evolve(1, later)).not.toThrow(/personal/);
});
