import { it } from '@jest/globals';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { specify } from '@otklik/testing';
import { question } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';
import type { AddTerm, RecountTerm, WarnOfTerm } from './question-terms.decide.js';

const set: DeadlineSetData = {
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  countedFrom: '2026-11-24',
  zone: 'Asia/Yakutsk',
  by: 'RULE',
  rule: 'ANS',
  duty: 'ANSWER',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  provisional: false,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  source: '59-FZ art. 12(1)',
  steps: [],
};
const opened: QuestionEvent = { type: 'QuestionOpened', person: 'p', regime: 'APPEAL_59FZ', ordinal: 1 };
const inTime: QuestionEvent = { type: 'DeadlineSet', ...set };
const near: QuestionEvent = {
  type: 'DeadlineNear',
  rule: 'ANS',
  duty: 'ANSWER',
  dueOn: '2026-12-24',
  share: 50,
  escalated: false,
};
const missed: QuestionEvent = { type: 'DeadlineMissed', rule: 'ANS', duty: 'ANSWER', dueOn: '2026-12-24' };
const answered: QuestionEvent = {
  type: 'QuestionAnswered',
  notice: 'n',
  answeredOn: '2026-12-01',
  zone: 'Asia/Yakutsk',
};
const half: WarnOfTerm = { type: 'WarnOfTerm', rule: 'ANS', dueOn: '2026-12-24', share: 50, escalated: false };
const { given } = specify(question);

it('warns of a share and of the end of a term of an open question, each once', () => {
  given(opened, inTime).when(half).records(near);
  given(opened, inTime, near)
    .when({ ...half, share: 100 })
    .records(missed);
  given(opened, inTime, near, missed)
    .when({ ...half, share: 100 })
    .recordsNothing();
});

it('warns of nothing once the question has its end, and of no term that was changed', () => {
  given(opened, inTime, answered).when(half).recordsNothing();
  given(opened, inTime, { ...inTime, dueOn: '2027-01-24' })
    .when(half)
    .recordsNothing();
  given(opened, inTime)
    .when({ ...half, rule: 'FWD' })
    .recordsNothing();
  given().when(half).recordsNothing();
});

it('names who had the question, and whether controller and head are alerted', () => {
  const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };
  const late: WarnOfTerm = { ...half, share: 80, escalated: true };
  const told = { ...near, share: 80, escalated: true } as const;
  given(opened, inTime, routed)
    .when(late)
    .records({ ...told, department: 'works' });
  given(opened, inTime, routed, assigned)
    .when(late)
    .records({ ...told, department: 'works', executor: 'ivanova' });
});

const week = { ...set, dueOn: '2026-12-01', workBy: '2026-12-01', term: 7 };
const toForward = { ...week, rule: 'FWD', duty: 'FORWARD', source: '59-FZ art. 8(3)' } as const;
const toReturn = { ...week, rule: 'COURT', duty: 'RETURN', source: '59-FZ art. 11(2)' } as const;
const toTell = { ...week, rule: 'UNCLEAR', duty: 'TELL', source: '59-FZ art. 11(4.1)' } as const;
const terms = [set, toForward, toReturn, toTell].map((one) => ({ type: 'DeadlineSet', ...one }) as const);
const weekIsOver = (rule: string): WarnOfTerm => ({ ...half, rule, dueOn: '2026-12-01', share: 100 });
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const forwarded: QuestionEvent = {
  type: 'QuestionForwarded',
  to: [{ letter: 'l', name: 'Police' }],
  forwardedOn: '2026-11-26',
  linksUntil: '2027-01-25',
};

it('59-FZ art. 8(3): warns of the seven days while the question is with the coordinator or on its way, not in a department', () => {
  const late = { type: 'DeadlineMissed', rule: 'FWD', duty: 'FORWARD', dueOn: '2026-12-01' } as const;
  const over = weekIsOver('FWD');
  given(opened, ...terms)
    .when(over)
    .records(late);
  given(opened, ...terms, routed)
    .when(over)
    .recordsNothing();
  given(opened, ...terms, routed, { type: 'QuestionReturned', reason: 'not ours' })
    .when(over)
    .records(late);
  given(opened, ...terms, routed, forwarded)
    .when(over)
    .records(late);
});

it('59-FZ art. 8(3): what bodies gave back was forwarded, and there is no warning that it should be once more', () => {
  const ended = { type: 'QuestionEnded', end: 'FORWARDED', endedOn: '2026-11-30', zone: 'Asia/Yakutsk' } as const;
  given(opened, ...terms, forwarded, ended, { type: 'QuestionTakenBack' })
    .when(weekIsOver('FWD'))
    .recordsNothing();
});

it('59-FZ art. 11: warns that the applicant is to be notified why there is no answer, by the ground that was decided', () => {
  const leftFor = (ground: 'COURT' | 'REPEAT') =>
    ({ type: 'QuestionLeftUnanswered', ground, earlier: [] }) satisfies QuestionEvent;
  given(opened, ...terms, routed)
    .when(weekIsOver('COURT'))
    .recordsNothing();
  given(opened, ...terms, leftFor('COURT'))
    .when(weekIsOver('COURT'))
    .records({ type: 'DeadlineMissed', rule: 'COURT', duty: 'RETURN', dueOn: '2026-12-01' });
  given(opened, ...terms, leftFor('COURT'))
    .when(weekIsOver('UNCLEAR'))
    .recordsNothing();
  given(opened, ...terms, leftFor('REPEAT'))
    .when(weekIsOver('COURT'))
    .recordsNothing();
});

it('a message that became an appeal gets all terms of the law from its registration, once', () => {
  const add: AddTerm = { type: 'AddTerm', deadline: set, otherDeadlines: [toForward, toReturn, toTell] };
  given(opened, { ...inTime, rule: 'SOC-9H' })
    .when(add)
    .records(terms[0]!, ...terms.slice(1));
  given(opened, { ...inTime, rule: 'SOC-9H' }, ...terms)
    .when(add)
    .recordsNothing();
});

it('is recalculated once the calendar of a year is decreed, with its reason and the day before, and only then', () => {
  const unknown: QuestionEvent = { ...inTime, provisional: true, dueOn: '2027-01-11' };
  const decreed = { ...set, dueOn: '2027-01-12', calendarVersion: '2027-1' };
  const recount: RecountTerm = { type: 'RecountTerm', deadline: decreed };
  const anew: QuestionEvent = { type: 'DeadlineSet', ...decreed, reason: 'CALENDAR_DECREED', before: '2027-01-11' };
  given(opened, unknown).when(recount).records(anew);
  given(opened, unknown, anew).when(recount).recordsNothing();
  given(opened, unknown)
    .when({ ...recount, deadline: { ...decreed, provisional: true } })
    .recordsNothing();
  given(opened, inTime).when(recount).recordsNothing();
  given(opened, unknown, answered).when(recount).recordsNothing();
  given(opened, { ...unknown, countedFrom: '2026-12-12' })
    .when(recount)
    .recordsNothing();
  given().when(recount).recordsNothing();
});

it('59-FZ art. 8(4): warns of the day that the body which sent the appeal on asks for, once, while it is earlier than the term of the law', () => {
  const ofBody: WarnOfTerm = { ...half, rule: 'BODY', dueOn: '2026-12-10', asked: '2026-12-10', share: 100 };
  const late: QuestionEvent = { type: 'DeadlineMissed', rule: 'BODY', duty: 'ANSWER', dueOn: '2026-12-10' };
  given(opened, inTime).when(ofBody).records(late);
  given(opened, inTime, late).when(ofBody).recordsNothing();
  given(opened, inTime)
    .when({ ...ofBody, share: 50 })
    .records({ ...near, rule: 'BODY', dueOn: '2026-12-10' });
  given(opened, inTime)
    .when({ ...ofBody, dueOn: '2026-12-24', asked: '2026-12-24' })
    .recordsNothing();
  given(opened, inTime, answered).when(ofBody).recordsNothing();
});

it('warns of no day for which the body asks no more', () => {
  const ofBody: WarnOfTerm = { ...half, rule: 'BODY', dueOn: '2026-12-10' };
  given(opened, inTime)
    .when({ ...ofBody, asked: '2026-12-12' })
    .recordsNothing();
  given(opened, inTime).when(ofBody).recordsNothing();
});
