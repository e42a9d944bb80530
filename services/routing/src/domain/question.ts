import type { FactsOf } from '@otklik/contracts/declare-event';
import type { DecidedBy } from '@otklik/contracts/enumerations';
import type { routingEvents } from '@otklik/contracts/routing.events';
import { assertNever, type LocalDate } from '@otklik/kernel';

/** What may have happened to a question (libs/contracts). Personal fields are clear text until they are stored. */
export type QuestionEvent = FactsOf<typeof routingEvents>;

/** Not opened yet, with the coordinator, in a department, with an executor, answered or closed. */
export type QuestionState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'RETURNED' | 'ANSWERED' | 'CLOSED' })
  | (Opened & InDepartment & { readonly status: 'ROUTED' })
  | (Opened & InDepartment & { readonly status: 'IN_WORK'; readonly executor: string });

interface Opened {
  /** The person whose key seals the texts of the question. */
  readonly person: string;
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal: number;
  /** Absent between the opening and the first `DeadlineSet`, which one command records together. */
  readonly deadline?: Deadline;
}

interface Deadline {
  readonly dueOn: LocalDate;
  readonly zone: string;
  readonly by: DecidedBy;
}

interface InDepartment {
  readonly topic: string;
  readonly department: string;
}

export const initialState: QuestionState = { status: 'NONE' };

export function evolve(state: QuestionState, event: QuestionEvent): QuestionState {
  if (event.type === 'QuestionOpened') return { status: 'OPEN', person: event.person, ordinal: event.ordinal };
  return state.status === 'NONE' ? state : next(state, event);
}

type Known = Exclude<QuestionState, { readonly status: 'NONE' }>;

function next(state: Known, event: Exclude<QuestionEvent, { readonly type: 'QuestionOpened' }>): QuestionState {
  switch (event.type) {
    case 'QuestionLeftToCoordinator':
      return { ...opened(state), status: 'OPEN' };
    case 'QuestionRouted':
      return { ...opened(state), status: 'ROUTED', topic: event.topic, department: event.department };
    case 'DeadlineSet':
      return { ...state, deadline: { dueOn: event.dueOn, zone: event.zone, by: event.by } };
    case 'ExecutorAssigned':
      return assigned(state, event);
    case 'QuestionReturned':
      return { ...opened(state), status: 'RETURNED' };
    case 'QuestionAnswered':
      return { ...opened(state), status: 'ANSWERED' };
    case 'QuestionClosed':
      return { ...opened(state), status: 'CLOSED' };
    default:
      return assertNever(event);
  }
}

/** Only a question in a department gets an executor; on any other the event changes nothing. */
function assigned(state: Known, event: Extract<QuestionEvent, { readonly type: 'ExecutorAssigned' }>): QuestionState {
  if (!('topic' in state)) return state;
  const { executor, department } = event;
  return { ...opened(state), status: 'IN_WORK', topic: state.topic, department, executor };
}

function opened({ person, ordinal, deadline }: Known): Opened {
  return { person, ordinal, ...(deadline === undefined ? {} : { deadline }) };
}

/** The person whose key seals the event. */
export function personOf(state: QuestionState, event: QuestionEvent): string {
  if (event.type === 'QuestionOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before QuestionOpened`);
  return state.person;
}
