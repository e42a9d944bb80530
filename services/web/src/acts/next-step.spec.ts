import { describe, expect, it } from '@jest/globals';
import type { Action, QuestionState } from '../generated/enumerations.js';
import type { Card, Question, QuestionScope } from './card.js';
import { allActs } from './index.js';
import { formInPlace, nextStep } from './next-step.js';

interface Seen {
  readonly state: QuestionState;
  readonly executor?: string;
  /** What the server permits with the question, its answer, and the appeal. */
  readonly may: readonly Action[];
  readonly mayAnswer?: readonly Action[];
  readonly mayAppeal?: readonly Action[];
  readonly isAsked?: boolean;
}

function stepOf(seen: Seen): Action | undefined {
  const scope = scopeOf(seen);
  return nextStep(scope.card, scope, 'me')?.allowed;
}

function scopeOf({ state, executor, may, mayAnswer = [], mayAppeal = [], isAsked }: Seen): QuestionScope {
  const question = {
    id: 'q',
    version: 1,
    state,
    allowedActions: may,
    deadlines: [],
    executor: executor === undefined ? null : { id: executor, name: executor },
    response: { id: 'r', version: 1, state: 'OPEN', allowedActions: mayAnswer },
  } as unknown as Question;
  const extensionAsk = isAsked ? { days: 10, ground: 'INFORMATION_AWAITED', reason: null, refusedAt: null } : null;
  const card = {
    row: { id: 'a', version: 1, allowedActions: mayAppeal, questions: [question] },
    questions: [{ id: 'q', extensionAsk, requests: [] }],
  } as unknown as Card;
  return { card, question, zone: 'Asia/Yakutsk' };
}

const naming = ['ROUTE_QUESTION', 'ASSIGN_EXECUTOR', 'FORWARD_QUESTION'] as const;

describe('the next step on a card', () => {
  it('is the department while there is none, then the executor, then nothing', () => {
    expect(stepOf({ state: 'OPEN', may: naming })).toBe('ROUTE_QUESTION');
    expect(stepOf({ state: 'RETURNED', may: naming })).toBe('ROUTE_QUESTION');
    expect(stepOf({ state: 'ROUTED', may: naming })).toBe('ASSIGN_EXECUTOR');
    expect(stepOf({ state: 'IN_WORK', executor: 'other', may: naming })).toBeUndefined();
  });

  it('is nothing that the server does not permit', () => {
    expect(stepOf({ state: 'OPEN', may: ['FORWARD_QUESTION'] })).toBeUndefined();
  });

  it('is what was asked of the official before anything else', () => {
    const may = ['EXTEND_DEADLINE', 'REFUSE_EXTENSION', ...naming] as const;
    expect(stepOf({ state: 'ROUTED', may, isAsked: true })).toBe('EXTEND_DEADLINE');
    expect(stepOf({ state: 'ROUTED', may })).toBe('ASSIGN_EXECUTOR');
    expect(stepOf({ state: 'ANSWERED', may: [], mayAppeal: ['GRANT_REOPENING'] })).toBe('GRANT_REOPENING');
  });

  it('is beside the text of who writes the answer', () => {
    const writes = { state: 'IN_WORK', may: [...naming, 'EXTEND_DEADLINE'], isAsked: true } as const;
    expect(stepOf({ ...writes, executor: 'me', mayAnswer: ['DRAFT_RESPONSE'] })).toBeUndefined();
    expect(stepOf({ ...writes, executor: 'other', mayAnswer: ['DRAFT_RESPONSE'] })).toBe('EXTEND_DEADLINE');
  });

  it('has its form in the right column where it names who works on the question', () => {
    const inPlace = (seen: Seen) => formInPlace(scopeOf(seen), 'me')?.act.allowed;
    expect(inPlace({ state: 'OPEN', may: naming })).toBe('ROUTE_QUESTION');
    expect(inPlace({ state: 'ROUTED', may: naming })).toBe('ASSIGN_EXECUTOR');
    expect(inPlace({ state: 'ROUTED', may: [...naming, 'EXTEND_DEADLINE'], isAsked: true })).toBeUndefined();
    expect(inPlace({ state: 'IN_WORK', executor: 'other', may: naming })).toBeUndefined();
  });

  it('may be few acts: all others have their place beside it or in the menu', () => {
    const steps = allActs.filter((act) => 'next' in act && act.next !== undefined).map(({ allowed }) => allowed);
    expect(steps.toSorted()).toEqual([
      ...['ASSIGN_EXECUTOR', 'EXTEND_DEADLINE', 'GRANT_REOPENING', 'RECORD_RECEPTION_ANSWER', 'ROUTE_QUESTION'],
    ]);
  });
});
