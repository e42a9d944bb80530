import { expect, it } from '@jest/globals';
import type { ReceptionHours } from '@otklik/tenancy';
import { isAhead, sittingOn, sittingsFrom } from './sittings.js';

const calendar = { version: '1', years: [2026], days: { '2026-12-01': 'OFF' } } as const;
const hours: ReceptionHours = {
  code: 'deputy',
  official: 'Громова',
  post: 'заместитель главы',
  place: 'каб. 4',
  weekdays: ['TUE'],
  from: '14:00',
  to: '15:10',
  minutes: 20,
};

it('has a time for each visitor who can be received until its end', () => {
  expect(sittingOn(hours, '2026-11-24', calendar)?.slots).toEqual(['14:00', '14:20', '14:40']);
});

it('is held on its weekdays, and on no day off', () => {
  expect(sittingOn(hours, '2026-11-25', calendar)).toBeUndefined();
  expect(sittingOn(hours, '2026-12-01', calendar)).toBeUndefined();
  const days = sittingsFrom([hours], '2026-11-24', calendar).map(({ on }) => on);
  expect(days).toEqual(['2026-11-24', '2026-12-08', '2026-12-15']);
});

it('is held on the named weeks of a month alone', () => {
  const first = { ...hours, ...({ weekdays: ['THU'], weeks: [1, 3] } satisfies Partial<ReceptionHours>) };
  const days = sittingsFrom([first], '2026-12-01', calendar).map(({ on }) => on);
  expect(days).toEqual(['2026-12-03', '2026-12-17']);
});

it('is held on a named date whatever day it is, and has no times in a live queue', () => {
  const { weekdays: _, ...named } = { ...hours, dates: ['2026-12-12'], queue: true };
  expect(sittingOn(named, '2026-12-12', calendar)).toMatchObject({ on: '2026-12-12', slots: [] });
});

it('is booked for a time that is ahead, three weeks at most', () => {
  const now = { on: '2026-11-24', minute: 14 * 60 };
  expect(isAhead('2026-11-24', '14:00', now)).toBe(false);
  expect(isAhead('2026-11-24', '14:20', now)).toBe(true);
  expect(isAhead('2026-11-23', '15:00', now)).toBe(false);
  expect(isAhead('2026-12-15', '10:00', now)).toBe(true);
  expect(isAhead('2026-12-16', '10:00', now)).toBe(false);
});
