import { describe, expect, it } from '@jest/globals';
import { awaitsLetterToBody, informingOf, isAbout } from './informed-body.js';

type Known = Parameters<typeof informingOf>[1];

const letter = {
  kind: 'PROSECUTOR',
  organisation: 'prosecutor',
  number: '7-12',
  date: '2026-11-03',
  wantsAnswer: true,
};
const ended = { state: 'FORWARDED', endedOn: '2026-11-24' };
const told = { endedOn: '2026-11-24', decision: 'FORWARDED', organisation: 'prosecutor', number: '7-12' };
const details = { ...told, letterOn: '2026-11-03' };

function known({ received = letter as object, appeal = {}, question = ended as object, notices = {} } = {}) {
  const sent = { received: { receivedFrom: received, receivedFromBody: 'sealed' } };
  return { appeal: { ...sent, ...appeal }, questions: { q: question }, responses: {}, notices } as unknown as Known;
}

const left = { kind: 'INFORMING', about: 'q', state: 'DISPATCHED', details };
const waits = (letterOf: object, more: object = {}) =>
  awaitsLetterToBody('q', known({ notices: { letterOf }, ...more }));

describe('a question awaits the letter to the body that sent the appeal on', () => {
  it('from its end until that letter has left, and is not returned', () => {
    expect(awaitsLetterToBody('q', known())).toBe(true);
    expect(awaitsLetterToBody('q', known({ question: { state: 'IN_WORK' } }))).toBe(false);
    expect(waits(left)).toBe(false);
    expect(waits({ ...left, state: 'PENDING' })).toBe(true);
    expect(waits({ ...left, about: 'other' })).toBe(true);
    expect(waits({ ...left, kind: 'COVERING' })).toBe(true);
  });

  it('where the body asked, and the appeal was neither withdrawn nor erased nor registered wrongly', () => {
    expect(awaitsLetterToBody('q', known({ received: { kind: 'APPLICANT' } }))).toBe(false);
    expect(awaitsLetterToBody('q', known({ received: { ...letter, wantsAnswer: false } }))).toBe(false);
    for (const over of [{ withdrawn: true }, { erased: true }, { correction: {} }])
      expect(awaitsLetterToBody('q', known({ appeal: over }))).toBe(false);
  });

  it.each(['organisation', 'number', 'letterOn', 'endedOn', 'decision'] as const)(
    'although a letter has left, where that says another %s',
    (field) => {
      expect(waits({ ...left, details: { ...details, [field]: 'other' } })).toBe(true);
      const { [field]: _said, ...without } = details;
      expect(waits({ ...left, details: without })).toBe(true);
    },
  );

  it('although a letter has left, where the name that is sealed is another', () => {
    const { organisation: _code, ...unknown } = letter;
    const { organisation: _its, ...said } = details;
    const recordedIn = (bodyRecordedIn: string) => ({ received: unknown, appeal: { bodyRecordedIn } });
    expect(informingOf('q', known(recordedIn('first')))).toEqual({
      ...said,
      bodyRecordedIn: 'first',
      sealedBody: 'sealed',
    });
    const first = { ...left, details: { ...said, bodyRecordedIn: 'first' } };
    expect(waits(first, recordedIn('first'))).toBe(false);
    expect(waits(first, recordedIn('second'))).toBe(true);
    // Of one in the directory it does not matter where the name was recorded.
    expect(informingOf('q', known({ appeal: { bodyRecordedIn: 'second' } }))).not.toHaveProperty('bodyRecordedIn');
  });
});

it('no letter is about nothing', () => {
  expect(isAbout(undefined, {})).toBe(false);
  expect(isAbout(informingOf('q', known()), undefined)).toBe(false);
});
