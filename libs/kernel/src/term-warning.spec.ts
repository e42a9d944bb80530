import { expect, it } from '@jest/globals';
import { warningsFrom, warningsOf } from './term-warning.js';

const set = { dueOn: '2026-12-24', countedFrom: '2026-11-24', zone: 'Asia/Yakutsk' };
const shares = (found: readonly { readonly share: number }[]) => found.map(({ share }) => share);

it('counts shares of days from the midnight after their event to that of the last day', () => {
  expect(warningsOf(set, { reminderShares: [50], escalationShare: 50 })).toEqual([
    { share: 50, at: '2026-12-09T15:00:00.000Z' },
    { share: 100, at: '2026-12-24T15:00:00.000Z' },
  ]);
});

it('counts shares of hours from their minute', () => {
  const hours = { ...set, countedAt: '2026-11-24T01:00:00.000Z', dueAt: '2026-11-24T09:00:00.000Z' };
  expect(warningsOf(hours, { reminderShares: [75] })).toEqual([
    { share: 75, at: '2026-11-24T07:00:00.000Z' },
    { share: 80, at: '2026-11-24T07:24:00.000Z' },
    { share: 100, at: '2026-11-24T09:00:00.000Z' },
  ]);
});

it('warns at the shares of the district, at the one at which controller and head are alerted, and at the end', () => {
  expect(shares(warningsOf(set, {}))).toEqual([50, 80, 100]);
  expect(shares(warningsOf(set, { reminderShares: [30, 60], escalationShare: 90 }))).toEqual([30, 60, 90, 100]);
  expect(shares(warningsOf(set, { reminderShares: [60, 30], escalationShare: 60 }))).toEqual([30, 60, 100]);
});

it('of a term that became known late reminds of nothing that has passed, and tells controller and head once', () => {
  expect(shares(warningsFrom('2026-11-25T00:00:00.000Z', set, {}))).toEqual([50, 80, 100]);
  expect(shares(warningsFrom('2026-12-12T00:00:00.000Z', set, {}))).toEqual([80, 100]);
  expect(shares(warningsFrom('2026-12-23T00:00:00.000Z', set, { reminderShares: [50, 80, 90] }))).toEqual([90, 100]);
  expect(shares(warningsFrom('2027-01-23T00:00:00.000Z', set, {}))).toEqual([80, 100]);
});
