import { expect, it } from '@jest/globals';
import { termStart, type StartedRule } from '@otklik/kernel';
import { legalRule, placeOf, type District } from '@otklik/tenancy';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { promisedDays, receptionDeadline } from './reception-deadline.js';

const zone = 'Asia/Yakutsk';
const reg: StartedRule = {
  id: 'REG',
  version: 1,
  term: 3,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  start: 'RECEIVED',
  duty: 'REGISTER',
  source: '59-ФЗ, ст. 8 ч. 2',
};
const mod: StartedRule = { ...reg, id: 'MOD', term: 4, unit: 'WORKING_HOURS', duty: 'MODERATE', source: 'the order' };
const ans: StartedRule = {
  ...reg,
  id: 'ANS',
  start: 'REGISTERED',
  term: 30,
  duty: 'ANSWER',
  source: '59-ФЗ, ст. 12 ч. 1',
};
const district = {
  policy: { receptionTerms: { APPEAL_59FZ: reg, SOCIAL_MESSAGE: mod }, answerTerms: { APPEAL_59FZ: ans } },
  calendar: { version: '2026', days: {}, years: [2026] },
};

it('registers within three days of the arrival, also of a paper letter that is entered two months later (59-FZ art. 8(2))', () => {
  const arrival = termStart('2026-09-24', zone, '2026-11-27T01:00:00.000Z');
  expect(receptionDeadline(district, 'APPEAL_59FZ', arrival)).toMatchObject({
    rule: 'REG',
    duty: 'REGISTER',
    countedFrom: '2026-09-24',
    dueOn: '2026-09-28',
    workBy: '2026-09-25',
    by: 'RULE',
  });
});

it('decides about a message within working hours of its arrival', () => {
  const arrival = termStart('2026-11-27', zone, '2026-11-27T06:30:00.000Z');
  expect(receptionDeadline(district, 'SOCIAL_MESSAGE', arrival)).toMatchObject({
    rule: 'MOD',
    countedAt: '2026-11-27T06:30:00.000Z',
    dueOn: '2026-11-30',
    dueAt: '2026-11-30T01:30:00.000Z',
  });
});

it('has no term for a regime without a rule, and in a district without rules', () => {
  const arrival = termStart('2026-11-27', zone, '2026-11-27T06:30:00.000Z');
  expect(receptionDeadline(district, 'POS_MESSAGE', arrival)).toBeUndefined();
  expect(receptionDeadline({ ...district, policy: { answerTerms: {} } }, 'APPEAL_59FZ', arrival)).toBeUndefined();
});

it('promises the days of the registration and of the answer, counted from its last day', () => {
  const arrival = termStart('2026-11-24', zone, '2026-11-24T03:15:00.000Z');
  // 27 November is a Friday; thirty days from it end on Sunday, 27 December.
  expect(promisedDays(district, 'APPEAL_59FZ', arrival)).toEqual({ registerBy: '2026-11-27', answerBy: '2026-12-28' });
  expect(promisedDays(district, 'SOCIAL_MESSAGE', arrival)).toEqual({ registerBy: '2026-11-24', answerBy: undefined });
  expect(promisedDays(district, 'POS_MESSAGE', arrival)).toEqual({ registerBy: undefined, answerBy: undefined });
});

type Law = NonNullable<District['law']>;

function lawOfDeploy(): Law {
  const folder = new URL('../../../../../deploy/law/', import.meta.url);
  const files = readdirSync(folder).map(
    (name) => parse(readFileSync(new URL(name, folder), 'utf8')) as { rules: Law[string][] },
  );
  return Object.fromEntries(files.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));
}

it('begins every rule of the law that is for what comes in, from the arrival', () => {
  const law = lawOfDeploy();
  const named = Object.values(law).filter((rule) => placeOf(rule) === 'RECEPTION');
  expect(named.map(({ id }) => id).sort()).toEqual(['MOD', 'REG']);
  for (const { id } of named) {
    const policy = { receptionTerms: { APPEAL_59FZ: legalRule(law, id)! }, answerTerms: {} };
    const arrival = termStart('2026-11-24', zone, '2026-11-24T03:15:00.000Z');
    const begun = receptionDeadline({ ...district, policy }, 'APPEAL_59FZ', arrival);
    expect(begun).toMatchObject({ rule: id, start: 'RECEIVED', countedFrom: '2026-11-24' });
  }
});
