import { expect, it } from '@jest/globals';
import { noAppeal, receptionTerm } from '@otklik/case/appeal';
import { type QuestionPart, evolveQuestion, noQuestion } from '@otklik/case/question';
import { standingWarning, warningOf } from '@otklik/case/term-warning';
import { openWarning } from './question-deadline.js';
import type { RoutingFact } from '@otklik/case/events';

const at = '2026-12-19T00:00:00.000Z';
const answer = { rule: 'ANS', duty: 'ANSWER', dueOn: '2026-12-24' } as const;
const forward = { rule: 'FWD', duty: 'FORWARD', dueOn: '2026-12-01' } as const;

it('shows the alert of controller and head before a mere reminder, and the greatest share', () => {
  const half = warningOf({ ...answer, share: 50, escalated: false }, at);
  const late = warningOf({ ...forward }, at);
  expect(standingWarning([half, late], [answer, forward])).toBe(late);
  expect(standingWarning([half, late], [answer])).toBe(half);
  expect(late).toMatchObject({ share: 100, escalated: true });
});

it('shows nothing of a term that was changed, and of a question that has its end', () => {
  const near = { ...answer, share: 80, escalated: true };
  const warned = { type: 'DeadlineNear', version: 4, at, actor: { kind: 'system' }, data: near } as RoutingFact;
  const deadline = { ...answer } as NonNullable<QuestionPart['deadline']>;
  const open = evolveQuestion({ ...noQuestion, state: 'IN_WORK', deadline, deadlines: [deadline] }, warned);
  expect(openWarning(open, undefined)).toEqual({ ...near, at });
  expect(openWarning({ ...open, state: 'ANSWERED' }, undefined)).toBeUndefined();
  expect(openWarning({ ...open, deadlines: [{ ...deadline, dueOn: '2027-01-23' }] }, undefined)).toBeUndefined();
});

it('shows the warning of the day that a body asked for, while it asks for it and that day is earlier than the term', () => {
  const asked = warningOf({ rule: 'BODY', duty: 'ANSWER', dueOn: '2026-12-10' }, at);
  const deadline = { ...answer, countedFrom: '2026-11-24', zone: 'Asia/Yakutsk' } as NonNullable<
    QuestionPart['deadline']
  >;
  const open = { ...noQuestion, state: 'IN_WORK', deadline, deadlines: [deadline], warnings: [asked] } as const;
  expect(openWarning(open, '2026-12-10')).toBe(asked);
  expect(openWarning(open, '2026-12-11')).toBeUndefined();
  expect(openWarning(open, undefined)).toBeUndefined();
  expect(openWarning({ ...open, state: 'ANSWERED' }, '2026-12-10')).toBeUndefined();
});

it('of a message that became an appeal shows the term of its registration', () => {
  const moderate = { rule: 'MOD', duty: 'MODERATE', dueOn: '2026-11-24' } as const;
  const register = { rule: 'REG', duty: 'REGISTER', dueOn: '2026-11-27' } as const;
  const warnings = [warningOf(moderate, at)];
  const received = { ...noAppeal, warnings, received: { deadline: moderate } } as unknown as typeof noAppeal;
  expect(receptionTerm(received)).toMatchObject({ deadline: moderate, warning: { share: 100 } });
  const turned = { ...received, deadline: register } as unknown as typeof noAppeal;
  expect(receptionTerm(turned)).toEqual({ deadline: register });
  expect(receptionTerm({ ...received, isHeardAgain: true })).toEqual({});
  expect(receptionTerm({ ...turned, isHeardAgain: true })).toEqual({ deadline: register });
});
