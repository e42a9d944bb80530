import { describe, expect, it } from '@jest/globals';
import {
  comparedRegime,
  daysOfMonth,
  filterOf,
  isFiltered,
  searchOf,
  soughtIn,
  unfiltered,
  yearBefore,
} from './sought.js';

const today = '2026-11-27';

describe('what is looked for', () => {
  it('is the same after a round trip through the address', () => {
    for (const search of [
      '',
      '?q=%D0%B6%D0%B8%D0%BB%D1%8C%D1%91&district=aldan&district=kuol&topic=dorogi&state=ANSWERED',
      '?from=2026-01-01&to=2026-01-31',
      '?period=all',
      '?result=EXPLAINED&result=FORWARDED&code=0003.0008',
      '?regime=APPEAL_59FZ&network=VK&network=OK&sender=DEPUTY&rating=1&rating=2',
      '?channel=PHONE&term=LATE&overdue=yes&order=OLDEST&by=TOPIC',
    ]) {
      const sought = soughtIn(search, today);
      expect(soughtIn(searchOf(sought, today), today)).toEqual(sought);
    }
  });

  it('is of the last twelve months without a period, and that period is not in the address', () => {
    expect(soughtIn('', today).from).toBe('2025-12-01');
    expect(searchOf(soughtIn('', today), today)).toBe('');
    expect(soughtIn('?period=all', today).from).toBe('');
  });

  it('asks only for what is chosen', () => {
    expect(filterOf(soughtIn('?period=all', today))).toEqual({});
    expect(filterOf(soughtIn('?period=all&overdue=yes&term=LATE&channel=PHONE', today))).toEqual({
      overdue: true,
      terms: ['LATE'],
      channels: ['PHONE'],
    });
    expect(filterOf(soughtIn('?period=all&result=EXPLAINED&code=0003', today))).toEqual({
      results: ['EXPLAINED'],
      classifier: '0003',
    });
    expect(
      filterOf(
        soughtIn('?period=all&rating=5&rating=x&again=1&again=3&sender=DEPUTY&network=VK&regime=POS_MESSAGE', today),
      ),
    ).toEqual({
      ratings: [5],
      reopened: [1, 3],
      sentBy: ['DEPUTY'],
      networks: ['VK'],
      regimes: ['POS_MESSAGE'],
    });
    expect(filterOf(soughtIn('?period=all&code=road', today))).toEqual({});
    expect(filterOf(soughtIn('?topic=dorogi', today))).toEqual({ topics: ['dorogi'], receivedFrom: '2025-12-01' });
  });
});

it('compares one regime of the law, that of appeals where none is chosen', () => {
  const regimes = ['', '?regime=OTHER', '?regime=SOCIAL_MESSAGE', '?regime=SOCIAL_MESSAGE&regime=APPEAL_59FZ'];
  expect(regimes.map((search) => comparedRegime(soughtIn(search, today)))).toEqual([
    'APPEAL_59FZ',
    'APPEAL_59FZ',
    'SOCIAL_MESSAGE',
    'APPEAL_59FZ',
  ]);
});

it('is filtered by anything but words and period', () => {
  expect(isFiltered(soughtIn('?q=a&from=2026-01-01', today))).toBe(false);
  expect(isFiltered(soughtIn('?code=0003', today))).toBe(true);
  const filtered = soughtIn('?overdue=yes&term=LATE', today);
  expect(isFiltered(filtered)).toBe(true);
  expect(isFiltered({ ...filtered, ...unfiltered })).toBe(false);
});

it('counts months by the calendar', () => {
  expect(yearBefore('2026-01-15')).toBe('2025-02-01');
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
