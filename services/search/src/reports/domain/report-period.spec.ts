import { expect, it } from '@jest/globals';
import { monthOf, quarterOf, yearBefore, yearOf } from './report-period.js';

it('reads months, quarters and years, and nothing else', () => {
  expect(monthOf('2026-11')).toEqual({ name: '2026-11', from: '2026-11-01', to: '2026-11-30' });
  expect(monthOf('2026-12')).toEqual({ name: '2026-12', from: '2026-12-01', to: '2026-12-31' });
  expect(quarterOf('2026-3')).toEqual({ name: '2026-Q3', from: '2026-07-01', to: '2026-09-30' });
  expect(quarterOf('2026-Q4')).toEqual({ name: '2026-Q4', from: '2026-10-01', to: '2026-12-31' });
  expect(yearOf('2028')).toEqual({ name: '2028', from: '2028-01-01', to: '2028-12-31' });
  for (const wrong of ['2026-13', '2026-00', '26-11', '2026-1', '2026/11', '', '2026-11-01'])
    expect(monthOf(wrong)).toBeUndefined();
  for (const wrong of ['2026-5', '2026-0', '2026-Q', '2026-11']) expect(quarterOf(wrong)).toBeUndefined();
  expect(yearOf('1999')).toBeUndefined();
});

it('has the same days of the year before', () => {
  expect(yearBefore(monthOf('2028-02')!)).toEqual({ name: '2027-02', from: '2027-02-01', to: '2027-02-28' });
  expect(yearBefore(monthOf('2029-02')!)).toEqual({ name: '2028-02', from: '2028-02-01', to: '2028-02-29' });
  expect(yearBefore(quarterOf('2026-1')!)).toEqual({ name: '2025-Q1', from: '2025-01-01', to: '2025-03-31' });
  expect(yearBefore(yearOf('2026')!)).toEqual({ name: '2025', from: '2025-01-01', to: '2025-12-31' });
});
