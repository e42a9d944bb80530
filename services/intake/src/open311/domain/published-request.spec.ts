import { describe, expect, it } from '@jest/globals';
import {
  coarsePoint,
  distanceM,
  mayTellPlace,
  requestStateAfter,
  statusOf,
  updateStatusOf,
} from './published-request.js';

describe('what is published of a request', () => {
  it('is open until it has an end, in both lists of words', () => {
    expect([statusOf('WAITING'), statusOf('REGISTERED'), statusOf('ANSWERED'), statusOf('DUPLICATE')]).toEqual([
      ...['open', 'open', 'closed', 'closed'],
    ]);
    expect([updateStatusOf('TAKEN_UP'), updateStatusOf('DUPLICATE'), updateStatusOf('STRUCK')]).toEqual([
      ...['investigating', 'duplicate', 'no_further_action'],
    ]);
  });

  it('follows the events that bring its state, and no other', () => {
    expect(requestStateAfter('DecisionTakenBack')).toBe('WAITING');
    expect(requestStateAfter('ReopeningGranted')).toBe('REGISTERED');
    expect(requestStateAfter('AppealAnswered', 'FORWARDED')).toBe('FORWARDED');
    expect(requestStateAfter('AppealAnswered')).toBe('ENDED');
    expect(requestStateAfter('AppealRated')).toBeUndefined();
  });

  it('holds a place only once an official saw that it is one', () => {
    const states = ['WAITING', 'NOT_CONSIDERED', 'TAKEN_UP'] as const;
    expect(states.map(mayTellPlace)).toEqual([false, false, true]);
  });

  it('rounds a point to about a kilometre', () => {
    const exact = { latitude: 58.60712, longitude: 125.38991 };
    expect(coarsePoint(exact)).toEqual({ latitude: 58.61, longitude: 125.39 });
    expect(coarsePoint(coarsePoint(exact))).toEqual(coarsePoint(exact));
    expect(distanceM(coarsePoint(exact), exact)).toBeGreaterThan(300);
  });
});

it('measures metres along the surface', () => {
  const school = { latitude: 58.6041, longitude: 125.3889 };
  expect(distanceM(school, school)).toBe(0);
  expect(distanceM(school, { ...school, latitude: 58.60455 })).toBeCloseTo(50.04, 1);
  expect(distanceM({ latitude: 0, longitude: 179.9998 }, { latitude: 0, longitude: -179.9998 })).toBeCloseTo(44.5, 0);
});
