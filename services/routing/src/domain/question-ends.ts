import { endedBy } from './question-bodies.js';
import { courseAnew, replacingRules } from './question-course.js';
import {
  opened,
  placeOf,
  type Answering,
  type Known,
  type QuestionEvent,
  type QuestionState,
  type QuestionSteps,
} from './question-state.js';

/** How a question ends, and how it is considered again. */
export const endSteps: QuestionSteps<
  | 'QuestionAnswered'
  | 'QuestionLeftUnanswered'
  | 'QuestionEnded'
  | 'QuestionClosed'
  | 'QuestionRestored'
  | 'QuestionReopened'
> = {
  QuestionAnswered: (state, { notice }) => ({
    ...opened(state),
    status: 'ANSWERED',
    answeredBy: answering(state, notice),
  }),
  QuestionLeftUnanswered: (state, { ground }) => ({ ...opened(state), status: 'LEAVING', ground }),
  QuestionEnded: (state, { end }) => endedBy(state, end),
  QuestionClosed: closed,
  QuestionRestored: restored,
  QuestionReopened: (state, event) => restored(withoutReplacements(state), event),
};

type Of<Type extends QuestionEvent['type']> = Extract<QuestionEvent, { readonly type: Type }>;

function closed(state: Known, { ground, into }: Of<'QuestionClosed'>): QuestionState {
  const kept = { ...opened(state), status: 'CLOSED', ground } as const;
  return into === undefined ? kept : { ...kept, into, before: placeOf(state) };
}

function answering(state: Known, notice: string): Answering {
  const where = state.status === 'CLOSED' ? state.before : placeOf(state);
  return { notice, ...(state.isToldOrally ? { isOral: true } : {}), ...where };
}

function restored(state: Known, event: Of<'QuestionRestored' | 'QuestionReopened'>): QuestionState {
  const { topic, department, executor } = event;
  if (topic === undefined || department === undefined) return { ...opened(state), status: 'OPEN' };
  if (executor === undefined) return { ...opened(state), status: 'ROUTED', topic, department };
  return { ...opened(state), status: 'IN_WORK', topic, department, executor };
}

/** Considered again: the terms that took the place of others end with these. */
function withoutReplacements(state: Known): Known {
  const deadlines = state.deadlines.filter(({ rule }) => !replacingRules.includes(rule));
  return { ...state, deadlines, course: courseAnew(state.course) };
}
