import { evolveBy } from '@otklik/kernel';
import { answerSteps } from './question-answer.js';
import { bodiesSteps } from './question-bodies.js';
import { controlSteps, withCode } from './question-control.js';
import { courseSteps, noCourse } from './question-course.js';
import { endSteps } from './question-ends.js';
import { handoverSteps } from './question-handover.js';
import { partsSteps } from './question-parts.js';
import { opened, type Known, type QuestionEvent, type QuestionState, type QuestionSteps } from './question-state.js';
import { warnedKey } from './warned-key.js';

type Of<Type extends QuestionEvent['type']> = Extract<QuestionEvent, { readonly type: Type }>;

export function evolve(state: QuestionState, event: QuestionEvent): QuestionState {
  if (event.type === 'QuestionOpened') return begun(event);
  return state.status === 'NONE' ? state : further(state, event);
}

/** One step for each event; an event without one stops the build. */
const steps: QuestionSteps<Exclude<QuestionEvent['type'], 'QuestionOpened'>> = {
  QuestionLeftToCoordinator: (state) => ({ ...opened(state), status: 'OPEN' }),
  QuestionRouted: (state, event) => ({ ...withCode(opened(state), event), status: 'ROUTED' }),
  ExecutorAssigned: assigned,
  QuestionReturned: (state) => ({ ...opened(state), status: 'RETURNED' }),
  ComplainedOfNoted: (state, { of }) => ({ ...state, complainedOf: of }),
  DeadlineSet: withDeadline,
  DeadlineNear: warned,
  DeadlineMissed: warned,
  // The words; that they end the question is the next fact.
  OralAnswerRecorded: (state) => ({ ...state, isToldOrally: true }),
  ...answerSteps,
  ...bodiesSteps,
  ...controlSteps,
  ...courseSteps,
  ...endSteps,
  ...handoverSteps,
  ...partsSteps,
};

const further = evolveBy<QuestionState, Exclude<QuestionEvent, { readonly type: 'QuestionOpened' }>, Known>(steps);

function begun({ person, regime, ordinal, text }: Of<'QuestionOpened'>): QuestionState {
  const nothing = { deadlines: [], warned: [], changes: [], complainedOf: [], course: noCourse };
  return { status: 'OPEN', person, regime, ordinal, ...(text === undefined ? {} : { text }), ...nothing };
}

/** A later term of the same rule takes the place of the earlier. */
function withDeadline(state: Known, { type: _, ...set }: Of<'DeadlineSet'>): QuestionState {
  return { ...state, deadlines: [...state.deadlines.filter(({ rule }) => rule !== set.rule), set] };
}

function warned(state: Known, event: Of<'DeadlineNear' | 'DeadlineMissed'>): QuestionState {
  return { ...state, warned: [...state.warned, warnedKey(event)] };
}

/** Only a question in a department gets an executor; on any other the event changes nothing. */
function assigned(state: Known, { executor, department }: Of<'ExecutorAssigned'>): QuestionState {
  if (!('topic' in state)) return state;
  return { ...opened(state), status: 'IN_WORK', topic: state.topic, department, executor };
}

/** The person whose key seals the event. */
export function personOf(state: QuestionState, event: QuestionEvent): string {
  if (event.type === 'QuestionOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before QuestionOpened`);
  return state.person;
}
