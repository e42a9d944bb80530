import { beforeAll, expect, it } from '@jest/globals';
import { isDayOff, localDate, type WorkingCalendar } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { planQuarter, type PlannedAppeal, type QuarterFile } from './quarter-plan.js';
import { regimeOf } from './quarter-times.js';

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

it('plans each story once in a district, and some in the quarter before, the same for the same end', () => {
  const names = plan.map(({ appeal }) => appeal.name);
  expect(new Set(names).size).toBe(plan.length);
  expect(names.filter((name) => !name.endsWith(', before')).sort()).toEqual(
    file.stories.map(({ name }) => `quarter aldan ${name}`).sort(),
  );
  const photos = plan.flatMap(({ appeal }) => appeal.photo ?? []);
  expect(new Set(photos).size).toBe(photos.length);
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

it('lets officials work on working days only', () => {
  const ofOfficials = [
    ...['takeUpMessage', 'registerAppeal', 'routeQuestion', 'assignExecutor', 'forwardQuestion', 'draftResponse'],
    ...['approveResponse', 'signResponse', 'recordOralNotice', 'recordPosting', 'proposePublication', 'publishAnswer'],
  ];
  const daysOff = plan.flatMap(({ appeal, actAt }) =>
    ofOfficials.flatMap((act) => {
      const at = actAt[act];
      if (at === undefined || at > END) return [];
      const date = localDate(at, district.zone);
      return isDayOff(date, calendar) ? [`${appeal.name}: ${act} on ${date}`] : [];
    }),
  );
  expect(daysOff).toEqual([]);
});

it.each(['2026-10-02', '2026-11-27', '2026-12-31'])(
  'has at %s enough of the quarter that ended for a review which names a place',
  (today) => {
    const places = Array.from({ length: 10 }, (_, at) => ({ code: `place-${at}`, name: `Место ${at}` }));
    const registered = planQuarter(file, [{ ...district, settlements: places }], `${today}T05:00:00.000Z`).filter(
      ({ appeal, actAt }) => {
        const date = localDate(actAt['registerAppeal']!, district.zone);
        return date >= '2026-07-01' && date <= '2026-09-30' && regimeOf(appeal) !== 'SOCIAL_MESSAGE';
      },
    );
    const counts = places.map(({ code }) => registered.filter(({ appeal }) => appeal.settlement === code).length);
    expect(counts.filter((count) => count >= 5).length).toBeGreaterThanOrEqual(2);
  },
);

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
