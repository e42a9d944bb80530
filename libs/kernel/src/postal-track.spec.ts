import { expect, it } from '@jest/globals';
import { postalTrack } from './postal-track.js';

it.each([
  '67890012345672',
  '6789 0012 34567 2',
  '(678900)12345672',
  'RA644000005RU',
  'EE123456785RU',
  'ra 64400000 5 ru',
])('takes a number whose check digit agrees: %s', (typed) => {
  expect(postalTrack(typed)).toEqual({ track: typed.replace(/[ ()]/gu, '').toUpperCase() });
});

it('finds each mistyped digit of an inland number, and most swapped neighbours', () => {
  const track = '67890012345672';
  for (let at = 0; at < 14; at += 1)
    for (let digit = 1; digit < 10; digit += 1) {
      const other = [...track].map((one, where) => (where === at ? String((Number(one) + digit) % 10) : one)).join('');
      expect(postalTrack(other)).toEqual({ track: other, fault: 'MISTYPED' });
    }
  expect(postalTrack('76890012345672').fault).toBe('MISTYPED');
});

it('finds a mistyped digit of an international one', () => {
  expect(postalTrack('RA644000002RU').fault).toBe('MISTYPED');
  expect(postalTrack('RA644000105RU').fault).toBe('MISTYPED');
});

it('reads what a scanner types in the Russian layout', () => {
  expect(postalTrack('КФ644000005КГ')).toEqual({ track: 'RA644000005RU' });
});

it.each(['', '6789001234567', '678900123456721', 'RA64400000RU', '№ 5', '6789001234567О'])(
  'refuses what is none: %s',
  (typed) => {
    expect(postalTrack(typed).fault).toBe('MALFORMED');
  },
);
