import { assertNever, type LocalDate } from '@otklik/kernel';
import type { AnswerDeadline } from './answer-deadline.js';

type Fact<Type extends string, Data = unknown> = { readonly type: Type } & Data;

/** Stored for ever: add, never change. Each of them is published, so the stream's version is what the register shows. */
export type QuestionEvent =
  | Fact<'QuestionOpened', { readonly person: string; readonly regime: string }>
  | Fact<'QuestionRouted', Routed>
  | Fact<'QuestionLeftToCoordinator'>
  | Fact<'DeadlineSet', AnswerDeadline>
  | Fact<'ExecutorAssigned', { readonly executor: string; readonly department: string }>
  | Fact<'QuestionReturned', { readonly reason: string }>
  | Fact<'QuestionAnswered', { readonly notice: string; readonly answeredOn: LocalDate; readonly zone: string }>
  | Fact<'QuestionClosed', { readonly ground: ClosingGround }>;

/** Nobody will be answered: the applicant took it back, or nothing is known of him any more. */
export type ClosingGround = 'WITHDRAWN' | 'ERASED';

interface Routed {
  readonly topic: string;
  readonly department: string;
  readonly by: 'RULE' | 'OFFICIAL';
  readonly rule?: string;
  readonly ruleVersion?: number;
  readonly words: readonly string[];
  readonly reason?: string;
}

/** Where the question stands: nowhere yet, with the coordinator, in a department, with an executor, or done with. */
export type QuestionState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'RETURNED' | 'ANSWERED' | 'CLOSED' })
  | (Opened & InDepartment & { readonly status: 'ROUTED' })
  | (Opened & InDepartment & { readonly status: 'IN_WORK'; readonly executor: string });

interface Opened {
  /** Whose key seals what is written about the question. */
  readonly person: string;
}

interface InDepartment {
  readonly topic: string;
  readonly department: string;
}

export const initialState: QuestionState = { status: 'NONE' };

export function evolve(state: QuestionState, event: QuestionEvent): QuestionState {
  const person = personOf(state, event);
  switch (event.type) {
    case 'QuestionOpened':
    case 'QuestionLeftToCoordinator':
      return { status: 'OPEN', person };
    case 'QuestionRouted':
      return { status: 'ROUTED', person, topic: event.topic, department: event.department };
    case 'DeadlineSet':
      return state;
    case 'ExecutorAssigned':
      return {
        status: 'IN_WORK',
        person,
        topic: 'topic' in state ? state.topic : '',
        department: event.department,
        executor: event.executor,
      };
    case 'QuestionReturned':
      return { status: 'RETURNED', person };
    case 'QuestionAnswered':
      return { status: 'ANSWERED', person };
    case 'QuestionClosed':
      return { status: 'CLOSED', person };
    default:
      return assertNever(event);
  }
}

/** The person whose key seals the event. */
export function personOf(state: QuestionState, event: QuestionEvent): string {
  if (event.type === 'QuestionOpened') return event.person;
  return state.status === 'NONE' ? '' : state.person;
}
