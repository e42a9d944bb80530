import { expect, it } from '@jest/globals';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { dueOfNotice, nextDeadline, openWarning } from './question-deadline.js';
import { type QuestionPart, evolveQuestion, noQuestion } from '@otklik/case/question';
import type { RoutingFact } from '@otklik/case/events';
import { lateRules, termStanding } from './term-standing.js';

const answer: DeadlineSetData = {
  rule: 'ANS',
  duty: 'ANSWER',
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  countedFrom: '2026-11-24',
  zone: 'Asia/Yakutsk',
  by: 'RULE',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  provisional: false,
  source: '59-FZ art. 12(1)',
  steps: [],
};
const week = { ...answer, dueOn: '2026-12-01', workBy: '2026-12-01', term: 7 };
const forward: DeadlineSetData = { ...week, rule: 'FWD', duty: 'FORWARD', source: '59-FZ art. 8(3)' };
const unclear: DeadlineSetData = { ...week, rule: 'UNCLEAR', duty: 'TELL', source: '59-FZ art. 11(4.1)' };

function after(...facts: readonly (readonly [string, object])[]): QuestionPart {
  const [at, actor] = ['2026-12-05T00:00:00.000Z', { kind: 'system' }];
  const set = [answer, forward, unclear].map((one) => ['DeadlineSet', one] as const);
  const opened = [['QuestionOpened', { ordinal: 1 }], ['QuestionLeftToCoordinator', {}], ...set, ...facts] as const;
  return opened
    .map(([type, data], version) => ({ type, data, version, at, actor }) as unknown as RoutingFact)
    .reduce(evolveQuestion, noQuestion);
}

const routed = ['QuestionRouted', { topic: 'ROADS', department: 'works', words: [] }] as const;
const toPolice = [
  'QuestionForwarded',
  { to: [{ letter: 'l', name: 'Police' }], forwardedOn: '2026-11-26', linksUntil: '2027-01-25' },
] as const;
const forwardedOn = (endedOn: string) => ['QuestionEnded', { end: 'FORWARDED', endedOn }] as const;
const missed = ['DeadlineMissed', { rule: 'FWD', duty: 'FORWARD', dueOn: '2026-12-01' }] as const;
const standings = (part: QuestionPart) => [answer, forward, unclear].map((set) => termStanding(part, set).state);

it('59-FZ art. 8(3): is due by the seven days with the coordinator, by the answer in a department, and late on its way', () => {
  expect(nextDeadline(after())?.rule).toBe('FWD');
  expect(standings(after())).toEqual(['RUNNING', 'RUNNING', 'CONDITIONAL']);
  expect(nextDeadline(after(routed))?.rule).toBe('ANS');
  expect(standings(after(routed))).toEqual(['RUNNING', 'CONDITIONAL', 'CONDITIONAL']);
  expect(nextDeadline(after(routed, toPolice))?.rule).toBe('FWD');
  expect(nextDeadline(after(routed, toPolice, missed))?.rule).toBe('FWD');
  expect(lateRules(after(routed, toPolice, missed))).toEqual(['FWD']);
});

it('59-FZ art. 8(3): stays for its answer once the seven days are missed, and says which are', () => {
  const late = after(missed);
  expect(nextDeadline(late)?.rule).toBe('ANS');
  expect(openWarning(late, undefined)).toMatchObject({ rule: 'FWD', share: 100 });
  expect(lateRules(late)).toEqual(['FWD']);
  expect([openWarning(after(missed, routed), undefined), lateRules(after(missed, routed))]).toEqual([undefined, []]);
});

it('59-FZ art. 8(3): the proof of the notice meets the seven days, or comes too late for them; the answer is owed no more', () => {
  const [inTime, late] = [after(toPolice, forwardedOn('2026-12-01')), after(toPolice, forwardedOn('2026-12-02'))];
  expect(standings(inTime)).toEqual(['OFF', 'KEPT', 'OFF']);
  expect([standings(late), lateRules(late)]).toEqual([['OFF', 'LATE', 'OFF'], ['FWD']]);
  expect(nextDeadline(late)).toBeUndefined();
  expect(nextDeadline(after(toPolice, forwardedOn('2026-12-02'), ['QuestionTakenBack', {}]))?.rule).toBe('ANS');
});

it('59-FZ art. 11(4.1): to tell why there is no answer binds by that ground, and its proof meets it', () => {
  const leaving = after(routed, ['QuestionLeftUnanswered', { ground: 'UNCLEAR', earlier: [] }]);
  expect([nextDeadline(leaving)?.rule, standings(leaving)]).toEqual(['UNCLEAR', ['RUNNING', 'CONDITIONAL', 'RUNNING']]);
  const left = ['QuestionLeftUnanswered', { ground: 'UNCLEAR', earlier: [] }] as const;
  const told = after(routed, left, ['QuestionEnded', { end: 'LEFT_UNANSWERED', endedOn: '2026-11-30' }]);
  expect(standings(told)).toEqual(['OFF', 'OFF', 'KEPT']);
  const other = after(routed, ['QuestionLeftUnanswered', { ground: 'REPEAT', earlier: ['q'] }]);
  expect([nextDeadline(other)?.rule, standings(other)[2]]).toEqual(['ANS', 'CONDITIONAL']);
});

it('59-FZ art. 12: the answer meets its own term, and takes the others away', () => {
  expect(standings(after(routed, ['QuestionAnswered', { answeredOn: '2026-12-24' }]))).toEqual(['KEPT', 'OFF', 'OFF']);
  const late = after(routed, ['QuestionAnswered', { answeredOn: '2026-12-25' }]);
  expect([standings(late), lateRules(late)]).toEqual([['LATE', 'OFF', 'OFF'], ['ANS']]);
});

it('59-FZ art. 8(3): the notice of a forwarding and the letter to the body are due within the seven days, also after the end', () => {
  for (const part of [after(toPolice), after(toPolice, forwardedOn('2026-12-01'))]) {
    expect([dueOfNotice('FORWARDED', part)?.rule, dueOfNotice('COVERING', part)?.rule]).toEqual(['FWD', 'FWD']);
    expect(dueOfNotice('ANSWERED', part)?.rule).toBe('ANS');
  }
  const leaving = after(routed, ['QuestionLeftUnanswered', { ground: 'UNCLEAR', earlier: [] }]);
  expect(dueOfNotice('LEFT_UNANSWERED', leaving)?.rule).toBe('UNCLEAR');
});
