import type { PromiseState } from '@otklik/contracts/enumerations';
import { compact, type LocalDate } from '@otklik/kernel';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';
import { byOf, type DataOfFact, type Who } from './states-after.js';
import type { Steps } from './steps.js';

/** Measures that the answer promised. */
export interface PromisePart {
  /** The day that the answer named. */
  readonly promisedUntil: LocalDate;
  /** The day that holds now. */
  readonly until: LocalDate;
  readonly extended: number;
  /** Of the last extension; sealed. */
  readonly reason?: string;
  readonly keptOn?: LocalDate;
  /** What was done; sealed. */
  readonly text?: string;
  /** Id of a file. */
  readonly photo?: string;
}

export interface ContributionPart {
  /** Sealed. */
  readonly text: string;
  readonly by?: string;
  readonly at: string;
}

/** What was said with an assignment. */
export interface ResolutionPart {
  /** Sealed. */
  readonly text: string;
  /** Whose it is. */
  readonly by?: string;
  readonly at: string;
  readonly executor: string;
  readonly draftBy?: LocalDate;
}

/** A code goes with its edition, and never with that of another. */
export function codeOf({ classifier, classifierEdition }: Pick<ControlPart, CodeField>): Pick<ControlPart, CodeField> {
  return compact({ classifier, classifierEdition });
}

export function withoutCode<Part extends Pick<ControlPart, CodeField>>(part: Part): Omit<Part, CodeField> {
  const { classifier: _classifier, classifierEdition: _edition, ...kept } = part;
  return kept;
}

type CodeField = 'classifier' | 'classifierEdition';

/** An executor passed his assignment on. */
export interface PassingOn {
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** What is published of a question beside its way to the answer. */
export interface ControlPart {
  /** A code of the common classifier. */
  readonly classifier?: string;
  /** The edition that has it; absent where none that was loaded then had it. */
  readonly classifierEdition?: string;
  readonly promise?: PromisePart;
  readonly contributions?: readonly ContributionPart[];
  /** The oldest first: the head's, then that of the head of the department who delegated it further. */
  readonly resolutions?: readonly ResolutionPart[];
  /** The oldest first; absent: no executor passed it on. */
  readonly passedOn?: readonly PassingOn[];
  /** The head, or who controls for him, watches over it until this day; no answer ends that, he takes it off himself. */
  readonly controlledUntil?: LocalDate;
}

export type ControlFact = Extract<
  Fact,
  {
    readonly type:
      | ('MeasuresPromised' | 'PromiseExtended' | 'PromiseConfirmed')
      | ('QuestionClassified' | 'TopicCorrected' | 'AssignmentAcknowledged' | 'ContributionAdded')
      | ('QuestionPutUnderControl' | 'QuestionTakenOffControl');
  }
>;

export const controlSteps: Steps<ControlFact, PublishedQuestion> = {
  QuestionClassified: (part, set) => ({ ...withoutCode(part), ...codeOf(set) }),
  TopicCorrected(part, { topic, ...set }) {
    return { ...withoutCode(part), topic, ...codeOf(set) };
  },
  AssignmentAcknowledged: (part, _, { at }) =>
    part.assigned ? { ...part, assigned: { ...part.assigned, acknowledgedAt: at } } : part,
  ContributionAdded(part, { text }, who) {
    const contribution = { text, at: who.at, ...byOf(who) };
    return { ...part, contributions: [...(part.contributions ?? []), contribution] };
  },
  QuestionPutUnderControl: (part, { until }) => ({ ...part, controlledUntil: until }),
  QuestionTakenOffControl: ({ controlledUntil: _until, ...kept }) => kept,
  MeasuresPromised: (part, { until }) => ({ ...part, promise: { promisedUntil: until, until, extended: 0 } }),
  PromiseExtended: (part, { until, times: extended, reason }) =>
    withPromise(part, (promise) => ({ ...promise, until, extended, reason })),
  PromiseConfirmed: (part, { keptOn, text, photo }) =>
    withPromise(part, (promise) => ({ ...promise, keptOn, text, ...compact({ photo }) })),
};

export function withResolution(
  part: PublishedQuestion,
  { resolution: text, resolutionBy, executor, draftBy }: DataOfFact<Fact, 'ExecutorAssigned'>,
  who: Who,
): PublishedQuestion {
  if (text === undefined) return part;
  const by = resolutionBy === undefined ? byOf(who) : { by: resolutionBy };
  const resolution = { text, ...by, at: who.at, executor, ...compact({ draftBy }) };
  return { ...part, resolutions: [...(part.resolutions ?? []), resolution] };
}

export function withPassingOn(
  part: PublishedQuestion,
  { passedOnBy: from, executor: to }: DataOfFact<Fact, 'ExecutorAssigned'>,
  { at }: Who,
): PublishedQuestion {
  return from === undefined ? part : { ...part, passedOn: [...(part.passedOn ?? []), { from, to, at }] };
}

function withPromise(part: PublishedQuestion, change: (promise: PromisePart) => PromisePart): PublishedQuestion {
  return part.promise ? { ...part, promise: change(part.promise) } : part;
}

export function promiseState({ until, keptOn }: PromisePart): PromiseState {
  if (keptOn === undefined) return 'WAITING';
  return keptOn <= until ? 'KEPT' : 'LATE';
}

/** The executor has read what was assigned to him. */
export function isAcknowledged({ executor, assigned }: Pick<PublishedQuestion, 'executor' | 'assigned'>): boolean {
  return executor !== undefined && assigned?.acknowledgedAt !== undefined;
}

/** Whether the promise is waited for. */
export function isPromised(promise: PromisePart | undefined): boolean {
  return promise !== undefined && promise.keptOn === undefined;
}
