import { describe, expect, it } from '@jest/globals';
import { distanceM, holdsContact, mayTellText, stateAfter, statusOf, updateStatusOf } from './told-request.js';

describe('what is told of a request', () => {
  it('is open until it has an end, in both lists of words', () => {
    expect([statusOf('WAITING'), statusOf('REGISTERED'), statusOf('ANSWERED'), statusOf('DUPLICATE')]).toEqual([
      ...['open', 'open', 'closed', 'closed'],
    ]);
    expect([updateStatusOf('TAKEN_UP'), updateStatusOf('DUPLICATE'), updateStatusOf('STRUCK')]).toEqual([
      ...['investigating', 'duplicate', 'no_further_action'],
    ]);
  });

  it('follows the events that bring its state, and no other', () => {
    expect(stateAfter('DecisionTakenBack')).toBe('WAITING');
    expect(stateAfter('ReopeningGranted')).toBe('REGISTERED');
    expect(stateAfter('AppealRated')).toBeUndefined();
  });

  it('holds a text only once an official saw that it is one', () => {
    expect([mayTellText('WAITING'), mayTellText('NOT_CONSIDERED'), mayTellText('TAKEN_UP')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['Звоните 8 (914) 000-00-00', true],
    ['Пишите a.b@example.org', true],
    ['Карта 2202 2000 0000 0000', true],
    ['Яма у дома 12, корпус 3, с 2019 года', false],
  ])('«%s» leads to a person: %s', (text, leads) => expect(holdsContact(text)).toBe(leads));
});

it('measures metres along the surface', () => {
  const school = { latitude: 58.6041, longitude: 125.3889 };
  expect(distanceM(school, school)).toBe(0);
  expect(distanceM(school, { ...school, latitude: 58.60455 })).toBeCloseTo(50.04, 1);
  expect(distanceM({ latitude: 0, longitude: 179.9998 }, { latitude: 0, longitude: -179.9998 })).toBeCloseTo(44.5, 0);
});
