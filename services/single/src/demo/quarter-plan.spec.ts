import { beforeAll, expect, it } from '@jest/globals';
import { localDate, type WorkingCalendar } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { planQuarter, type PlannedAppeal, type QuarterFile } from './quarter-plan.js';

const END = '2026-11-27T05:00:00.000Z';
const file = parse(
  readFileSync(new URL('../../../../deploy/districts/demo/quarter.yaml', import.meta.url), 'utf8'),
) as QuarterFile;
const calendar: WorkingCalendar = { version: '1', days: {}, years: [2026] };
const term = (days: number) => ({
  id: 'T',
  version: 1,
  term: days,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  source: 'a law',
});
const district = {
  id: 1,
  code: 'aldan',
  zone: 'Asia/Yakutsk',
  calendar,
  policy: { answerTerms: { APPEAL_59FZ: term(30), ORAL_RECEPTION: term(30), SOCIAL_MESSAGE: term(3) } },
  settlements: [{ code: 'aldan', name: 'г. Алдан' }],
} as unknown as District;

let plan: readonly PlannedAppeal[];
beforeAll(() => {
  plan = planQuarter(file, [district], END);
});

it('plans each story once in a district, the same for the same end', () => {
  expect(plan.map(({ appeal }) => appeal.name).sort()).toEqual(
    file.stories.map(({ name }) => `quarter aldan ${name}`).sort(),
  );
  expect(planQuarter(file, [district], END)).toEqual(plan);
  expect(planQuarter(file, [{ ...district, code: 'without-streets' }], END)).toEqual([]);
});

it('puts the acts of an appeal one after the other, and none before it was sent', () => {
  for (const { sentAt, actAt } of plan) {
    const order = [
      'takeUpMessage',
      'registerAppeal',
      'assignExecutor',
      'draftResponse',
      'approveResponse',
      'signResponse',
      'rateAppeal',
    ];
    const instants = [sentAt, ...order.map((act) => actAt[act]!)];
    expect(instants).toEqual(instants.toSorted());
  }
});

it('lets officials assign on working days only', () => {
  for (const { actAt } of plan.filter((one) => one.actAt['assignExecutor']! <= END)) {
    const date = localDate(actAt['assignExecutor']!, district.zone);
    expect([0, 6]).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
  }
});

it('ends with work in every stage', () => {
  const happened = (act: string) => plan.filter(({ actAt }) => actAt[act]! <= END).length;
  const sent = plan.filter(({ sentAt }) => sentAt <= END).length;
  for (const [before, after] of [
    ['assignExecutor', 'draftResponse'],
    ['draftResponse', 'signResponse'],
    ['signResponse', 'rateAppeal'],
  ] as const)
    expect(happened(before)).toBeGreaterThan(happened(after));
  expect(sent).toBeGreaterThan(happened('takeUpMessage'));
});

it('fills in street and house', () => {
  for (const { appeal } of plan) expect(`${appeal.text} ${appeal.answer}`).not.toMatch(/[{}]/);
});
