import type { controlEvents } from '@otklik/contracts/control.events';
import type { LocalDate } from '@otklik/kernel';
import type { Known, QuestionState, QuestionSteps } from './question-state.js';

/** Measures that the answer promised. */
export interface Promised {
  readonly until: LocalDate;
  /** How often it was extended. */
  readonly extended: number;
  readonly isKept: boolean;
}

export interface CoExecutors {
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
}

/** What happens to a question beside its way to the answer. */
export const controlSteps: QuestionSteps<keyof typeof controlEvents> = {
  QuestionClassified: (state, { classifier }) => ({ ...state, classifier }),
  CoExecutorsAssigned: (state, { officials, departments }) => ({ ...state, coExecutors: { officials, departments } }),
  ContributionAdded: (state, { contribution }) => ({
    ...state,
    contributions: [...(state.contributions ?? []), contribution],
  }),
  MeasuresPromised: (state, { until }) => promising(state, { until, extended: 0, isKept: false }),
  PromiseExtended: (state, { until, times }) => promising(state, { until, extended: times, isKept: false }),
  PromiseConfirmed: (state) =>
    state.status === 'ANSWERED' && state.promise ? promising(state, { ...state.promise, isKept: true }) : state,
};

/** What stays with the question wherever it goes. */
export function controlOf(state: Known): Pick<Known, 'classifier' | 'coExecutors' | 'contributions'> {
  const { classifier, coExecutors, contributions } = state;
  return {
    ...(classifier === undefined ? {} : { classifier }),
    ...(coExecutors === undefined ? {} : { coExecutors }),
    ...(contributions === undefined ? {} : { contributions }),
  };
}

/** Only an answer promises; on any other question the event changes nothing. */
function promising(state: Known, promise: Promised): QuestionState {
  return state.status === 'ANSWERED' ? { ...state, promise } : state;
}

/** The code of the classifier comes with the topic. */
export function withCode<Of extends { readonly classifier?: string }>(
  { classifier: _former, ...kept }: Of,
  { topic, department, classifier }: Routed,
): Omit<Of, 'classifier'> & Routed {
  return { ...kept, topic, department, ...(classifier === undefined ? {} : { classifier }) };
}

interface Routed {
  readonly topic: string;
  readonly department: string;
  readonly classifier?: string;
}
