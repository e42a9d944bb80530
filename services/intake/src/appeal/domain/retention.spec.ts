import { describe, expect, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { appeal, type AppealCommand } from './appeal.decide.js';
import type { AppealEvent, AppealReceived } from './appeal.js';
import { caseStanding } from './end-of-case.js';
import { retainedUntil } from './retention.js';

const { given } = specify(appeal);

const zone = 'Asia/Yakutsk';
const person = '00000000-0000-5000-8000-00000000000a';
const received: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'APPEAL_59FZ',
  channel: 'PAPER',
  person,
  identified: false,
  text: 'На улице Лесной темно.',
  name: 'Айта Петрова',
  files: [],
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone,
};
const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: 'АЛД-О-2026-1',
  journal: 'APPEALS',
  registeredOn: '2026-11-25',
  zone,
  regime: 'APPEAL_59FZ',
  person,
  year: 2026,
  serial: 1,
};
const answered: AppealEvent = { type: 'AppealAnswered', notice: 'n', answeredOn: '2026-12-20' };
const asked: AppealEvent = { type: 'ReopeningRequested', reason: 'не так', commandId: 'ask' };
const granted: AppealEvent = {
  type: 'ReopeningGranted',
  times: 1,
  person,
  regime: 'APPEAL_59FZ',
  grantedOn: '2027-01-05',
  zone,
  commandId: 'grant',
};
const resumed: AppealEvent = { type: 'ConsiderationResumed', question: 'q' };
const held: AppealEvent = { type: 'LegalHoldSet', reason: 'запрос суда' };
const lifted: AppealEvent = { type: 'LegalHoldLifted', reason: 'суд окончен' };
const erased: AppealEvent = { type: 'PersonErased', person, ground: 'RETENTION_ENDED' };

const term = { months: 60, reopenWithinDays: 14 };
const end = (today: string, isPromised = false): Extract<AppealCommand, { type: 'EndRetention' }> => ({
  type: 'EndRetention',
  endedOn: '2026-12-20',
  term,
  today,
  isPromised,
});
const late = '2040-01-01';

describe('a term of storage', () => {
  it('ends on the same day years later, or on the last of a shorter month', () => {
    expect(retainedUntil('2026-12-20', term)).toBe('2031-12-20');
    expect(retainedUntil('2028-02-29', { ...term, months: 12 })).toBe('2029-02-28');
    expect(retainedUntil('2026-11-30', { ...term, months: 3 })).toBe('2027-02-28');
  });

  it('is never shorter than the term of a complaint or of going to court', () => {
    expect(retainedUntil('2026-12-20', { months: 1, reopenWithinDays: 14 })).toBe('2027-03-20');
    expect(retainedUntil('2026-12-20', { months: 3, reopenWithinDays: 365 })).toBe('2027-12-20');
  });

  it('ends the storage of a closed case on the day after it, and not on its last day', () => {
    given(received, registered, answered).when(end('2031-12-20')).refuses('APPEAL_STATE_FORBIDS');
    given(received, registered, answered).when(end('2031-12-21')).records(erased);
  });

  it.each([
    ['registered', [registered]],
    ['complained of', [registered, answered, asked]],
    ['considered again', [registered, answered, asked, granted]],
    ['given back by the bodies', [registered, answered, resumed]],
  ] as const)('never ends the storage of a case that is %s', (_, more) => {
    given(received, ...more)
      .when(end(late))
      .refuses('APPEAL_STILL_OPEN');
  });

  it('does not end while measures that the answer promised are awaited', () => {
    given(received, registered, answered).when(end(late, true)).refuses('APPEAL_STILL_OPEN');
  });

  it('records nothing a second time', () => {
    given(received, registered, answered, erased).when(end(late)).recordsNothing();
  });
});

describe('a legal hold', () => {
  it('keeps a case past its term until it is lifted', () => {
    given(received, registered, answered, held).when(end(late)).refuses('APPEAL_ON_HOLD');
    given(received, registered, answered, held, lifted).when(end(late)).records(erased);
  });

  it('stays through what follows, and keeps the case from an erasure without a ground', () => {
    const again = [received, held, registered, answered, asked, granted, { ...answered, notice: 'n2' }] as const;
    given(...again)
      .when(end(late))
      .refuses('APPEAL_ON_HOLD');
    given(...again)
      .when({ type: 'ErasePerson' })
      .refuses('APPEAL_ON_HOLD');
    given(...again)
      .when({ type: 'ErasePerson', ground: 'COURT' })
      .records({ ...erased, ground: 'COURT' });
  });

  it('is set once, lifted once, and not of an erased applicant', () => {
    const { type: _, ...hold } = held;
    given(received)
      .when({ type: 'SetLegalHold', ...hold })
      .records(held);
    given(received, held)
      .when({ type: 'SetLegalHold', ...hold })
      .recordsNothing();
    const { type: __, ...lift } = lifted;
    given(received, held)
      .when({ type: 'LiftLegalHold', ...lift })
      .records(lifted);
    given(received, held, lifted)
      .when({ type: 'LiftLegalHold', ...lift })
      .recordsNothing();
    given(received, registered, answered, erased)
      .when({ type: 'LiftLegalHold', ...lift })
      .refuses('APPEAL_STATE_FORBIDS');
    given(received, registered, answered, erased)
      .when({ type: 'SetLegalHold', ...hold })
      .refuses('APPEAL_STATE_FORBIDS');
  });
});

describe('the end of a case', () => {
  const at = (day: string) => `${day}T20:00:00.000Z`;
  const standing = (...events: readonly (readonly [AppealEvent, string])[]) =>
    caseStanding(
      [[received, '2026-11-24'] as const, ...events].map(([event, day]) => ({ event, at: at(day) })),
      zone,
    ).endedOn;

  it('is the day of the last answer, and none while it is considered again', () => {
    expect(standing([registered, '2026-11-25'])).toBeUndefined();
    const first = [[registered, '2026-11-25'] as const, [answered, '2026-12-21'] as const];
    expect(standing(...first)).toBe('2026-12-20');
    expect(standing(...first, [asked, '2026-12-22'])).toBeUndefined();
    expect(standing(...first, [asked, '2026-12-22'], [granted, '2027-01-05'])).toBeUndefined();
    expect(
      standing(
        ...first,
        [asked, '2026-12-22'],
        [granted, '2027-01-05'],
        [{ ...answered, answeredOn: '2027-02-01' }, '2027-02-02'],
      ),
    ).toBe('2027-02-01');
  });

  it('is the day of the decision in the zone of the district where there is no answer', () => {
    expect(standing([{ type: 'AppealWithdrawn' }, '2026-11-30'])).toBe('2026-12-01');
    const refused: AppealEvent = { type: 'ReopeningRefused', reason: 'верно' };
    expect(
      standing([registered, '2026-11-25'], [answered, '2026-12-21'], [asked, '2026-12-22'], [refused, '2027-01-10']),
    ).toBe('2027-01-11');
  });

  it('does not move by what happens to an ended case', () => {
    const rated: AppealEvent = { type: 'AppealRated', score: 5, commandId: 'rate' };
    const all = [registered, answered, rated, held, lifted].map((event) => [event, '2030-05-05'] as const);
    expect(standing(...all)).toBe('2026-12-20');
  });
});
