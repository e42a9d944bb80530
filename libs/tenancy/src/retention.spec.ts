import { describe, expect, it } from '@jest/globals';
import {
  minRecordRetentionMonths,
  minRetentionMonths,
  recordRetentionOf,
  recordsPastTerm,
  retentionOf,
  usualRetention,
} from './retention.js';

const kept = (months: number) => ({ months, source: 'приказ' });
const shortest = { APPEAL_59FZ: kept(12), ORAL_RECEPTION: kept(12), POS_MESSAGE: kept(12), SOCIAL_MESSAGE: kept(12) };
const monthsOf = (terms: Readonly<Record<string, { readonly months: number }>>) =>
  Object.fromEntries(Object.entries(terms).map(([kind, { months }]) => [kind, months]));

describe('where a district names no term of its own', () => {
  it('papers are kept for five years (Rosarchiv order 236, art. 154), messages from open sources for one', () => {
    expect(monthsOf(retentionOf({ policy: {} }))).toEqual({
      APPEAL_59FZ: 60,
      ORAL_RECEPTION: 60,
      POS_MESSAGE: 60,
      SOCIAL_MESSAGE: 12,
    });
    for (const { source } of Object.values(usualRetention)) expect(source).toMatch(/ст\. \d/);
  });

  it('openings are kept as long as cases, sign-ins for three years, drafts for half a year', () => {
    expect(monthsOf(recordRetentionOf({ policy: {} }))).toEqual({ OPENINGS: 60, SIGN_INS: 36, DRAFTS: 6 });
    for (const { source } of Object.values(recordRetentionOf({ policy: {} }))) expect(source).toMatch(/ст\. \d/);
    // Also where the district keeps its cases for a shorter time.
    expect(recordRetentionOf({ policy: { retention: shortest } }).OPENINGS.months).toBe(60);
  });
});

it('keeps by no shorter term than the law asks', () => {
  expect(minRetentionMonths).toEqual({ APPEAL_59FZ: 60, ORAL_RECEPTION: 60, POS_MESSAGE: 3, SOCIAL_MESSAGE: 3 });
  expect(minRecordRetentionMonths('OPENINGS', { retention: shortest })).toBe(36);
  expect(minRecordRetentionMonths('SIGN_INS', {})).toBe(12);
  expect(minRecordRetentionMonths('DRAFTS', {})).toBe(3);
});

it('takes the terms that a district names, and lengthens that of openings to the longest of its cases', () => {
  const policy = {
    retention: { SOCIAL_MESSAGE: kept(3), APPEAL_59FZ: kept(120) },
    recordRetention: { OPENINGS: kept(61), SIGN_INS: kept(12) },
  };
  expect(monthsOf(retentionOf({ policy }))).toMatchObject({ SOCIAL_MESSAGE: 3, APPEAL_59FZ: 120, ORAL_RECEPTION: 60 });
  expect(monthsOf(recordRetentionOf({ policy }))).toEqual({ OPENINGS: 120, SIGN_INS: 12, DRAFTS: 6 });
  const longer = { ...policy, recordRetention: { OPENINGS: kept(121) } };
  expect(recordRetentionOf({ policy: longer }).OPENINGS).toEqual(kept(121));
});

it('ends a record no earlier than a day after its term, in whatever zone it was made', () => {
  expect(recordsPastTerm('2026-11-30', kept(12))).toBe('2025-11-29T00:00:00.000Z');
});
