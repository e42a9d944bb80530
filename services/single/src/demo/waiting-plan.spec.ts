import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, termOf, termStart } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { planQuarter, type PlannedAppeal, type QuarterFile } from './quarter-plan.js';
import { regimeOf } from './quarter-times.js';

const file = parse(
  readFileSync(new URL('../../../../deploy/districts/demo/quarter.yaml', import.meta.url), 'utf8'),
) as QuarterFile;
const term = (length: number, unit: string, endOnDayOff: string) => ({
  id: 'T',
  version: 1,
  term: length,
  unit,
  endOnDayOff,
  source: 'a law',
});
const district = (code: string, social: object, endOnDayOff: string) =>
  ({
    id: 1,
    code,
    zone: 'Asia/Yakutsk',
    calendar: { version: '1', days: {}, years: [2026] },
    policy: {
      answerTerms: {
        APPEAL_59FZ: term(30, 'CALENDAR_DAYS', endOnDayOff),
        ORAL_RECEPTION: term(30, 'CALENDAR_DAYS', endOnDayOff),
        SOCIAL_MESSAGE: social,
      },
    },
    settlements: [{ code: 'a', name: 'село' }],
  }) as unknown as District;
const districts = [
  district('aldan', term(8, 'WORKING_HOURS', 'NEXT'), 'NEXT'),
  district('kuol', term(9, 'WORKING_HOURS', 'NEXT'), 'PREVIOUS'),
  district('tuora', term(3, 'WORKING_DAYS', 'NEXT'), 'NEXT'),
];

interface Standing {
  readonly planned: PlannedAppeal;
  readonly did: (act: string) => boolean;
  readonly isMessage: boolean;
  /** From the coming to the signature. */
  readonly isOpen: boolean;
  readonly dueOn: string;
  readonly today: string;
}

/** What the register would list, by the acts that have happened. */
const lists: Readonly<Record<string, (standing: Standing) => boolean>> = {
  TO_MODERATE: ({ did, isMessage, isOpen }) => isOpen && isMessage && !did('takeUpMessage'),
  TO_REGISTER: ({ did, isMessage, isOpen }) => isOpen && (!isMessage || did('takeUpMessage')) && !did('registerAppeal'),
  UNASSIGNED: ({ did, isOpen }) => isOpen && did('registerAppeal') && !did('assignExecutor'),
  MINE: ({ did, isOpen, planned }) =>
    isOpen && did('assignExecutor') && !did('draftResponse') && planned.appeal.until !== 'RETURNED',
  RETURNED: ({ did, planned }) => planned.appeal.until === 'RETURNED' && did('returnQuestion'),
  TO_APPROVE: ({ did, isOpen }) => isOpen && did('draftResponse') && !did('approveResponse'),
  SENT_BACK: ({ did, planned }) => planned.appeal.until === 'SENT_BACK' && did('sendBackResponse'),
  TO_SIGN: ({ did, isOpen, planned }) => isOpen && did('approveResponse') && planned.appeal.until !== 'SENT_BACK',
  TO_CALL: ({ did, planned }) => planned.appeal.channel === 'PHONE' && did('signResponse') && !did('recordOralNotice'),
  REOPENING_REQUESTED: ({ did, planned }) => planned.appeal.reopening !== undefined && did('rateAppeal'),
  DUE_TODAY: ({ did, isOpen, dueOn, today }) => isOpen && did('registerAppeal') && dueOn === today,
  OVERDUE: ({ did, isOpen, dueOn, today }) => isOpen && did('registerAppeal') && dueOn < today,
};

function standingOf(planned: PlannedAppeal, at: District, end: string): Standing {
  const { appeal, sentAt, actAt } = planned;
  const did = (act: string): boolean => sentAt <= end && actAt[act]! <= end;
  const registeredOn = localDate(actAt['registerAppeal']!, at.zone);
  return {
    planned,
    did,
    isMessage: regimeOf(appeal) === 'SOCIAL_MESSAGE' && appeal.channel === undefined,
    isOpen: appeal.answer !== undefined && sentAt <= end && !did('signResponse'),
    dueOn: termOf(
      termStart(registeredOn, at.zone, actAt['registerAppeal']!),
      at.policy.answerTerms[regimeOf(appeal)]!,
      at.calendar,
    ).dueOn,
    today: localDate(end, at.zone),
  };
}

describe.each([
  ['a working morning', '2026-11-27T00:30:00.000Z'],
  ['a working night', '2026-11-25T15:30:00.000Z'],
  ['a Saturday', '2026-11-28T05:00:00.000Z'],
  ['the first working day after holidays', '2026-01-12T01:00:00.000Z'],
])('on %s', (day, end) => {
  let plan: readonly PlannedAppeal[];
  beforeAll(() => {
    plan = planQuarter(file, districts, end);
  });

  it.each(districts.map((one) => [one.code, one] as const))('something waits in each list of %s', (code, at) => {
    const standing = plan.filter(({ appeal }) => appeal.district === code).map((one) => standingOf(one, at, end));
    const empty = Object.keys(lists).filter((list) => !standing.some(lists[list]!));
    // No term ends on a day off.
    expect(empty).toEqual(day === 'a Saturday' ? ['DUE_TODAY'] : []);
  });

  it('some of what waits has photos', () => {
    const waits = plan.filter(
      ({ appeal, sentAt, actAt }) => sentAt <= end && actAt['signResponse']! > end && appeal.photo,
    );
    expect(waits.length).toBeGreaterThan(districts.length);
  });
});
