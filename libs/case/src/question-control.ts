import type { PromiseState } from '@otklik/contracts/enumerations';
import { assertNever, type LocalDate } from '@otklik/kernel';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';
import { byOf, type Who } from './states-after.js';

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

export interface CoExecutorsPart {
  /** Ids. */
  readonly officials: readonly string[];
  /** Codes. */
  readonly departments: readonly string[];
}

export interface ContributionPart {
  /** Sealed. */
  readonly text: string;
  readonly by?: string;
  readonly at: string;
}

/** What is published of a question beside its way to the answer. */
export interface ControlPart {
  /** A code of the common classifier. */
  readonly classifier?: string;
  readonly promise?: PromisePart;
  readonly coExecutors?: CoExecutorsPart;
  readonly contributions?: readonly ContributionPart[];
  /** The head, or who controls for him, watches over it until this day; no answer ends that, he takes it off himself. */
  readonly controlledUntil?: LocalDate;
}

const types = [
  ...(['MeasuresPromised', 'PromiseExtended', 'PromiseConfirmed'] as const),
  ...(['QuestionClassified', 'CoExecutorsAssigned', 'ContributionAdded'] as const),
  ...(['QuestionPutUnderControl', 'QuestionTakenOffControl'] as const),
] as const;

export type ControlFact = Extract<Fact, { readonly type: (typeof types)[number] }>;

export function isControl(fact: Fact): fact is ControlFact {
  return (types as readonly string[]).includes(fact.type);
}

export function controlled(part: PublishedQuestion, fact: ControlFact, who: Who): PublishedQuestion {
  switch (fact.type) {
    case 'QuestionClassified':
      return { ...part, classifier: fact.data.classifier };
    case 'CoExecutorsAssigned':
      return { ...part, coExecutors: fact.data };
    case 'ContributionAdded': {
      const contribution = { text: fact.data.text, at: who.at, ...byOf(who) };
      return { ...part, contributions: [...(part.contributions ?? []), contribution] };
    }
    case 'QuestionPutUnderControl':
      return { ...part, controlledUntil: fact.data.until };
    case 'QuestionTakenOffControl': {
      const { controlledUntil: _until, ...kept } = part;
      return kept;
    }
    case 'MeasuresPromised': {
      const { until } = fact.data;
      return { ...part, promise: { promisedUntil: until, until, extended: 0 } };
    }
    default:
      return { ...part, ...promised(part, fact) };
  }
}

type Later = Extract<ControlFact, { readonly type: 'PromiseExtended' | 'PromiseConfirmed' }>;

function promised({ promise }: PublishedQuestion, fact: Later): Pick<PublishedQuestion, 'promise'> {
  if (!promise) return {};
  switch (fact.type) {
    case 'PromiseExtended': {
      const { until, times: extended, reason } = fact.data;
      return { promise: { ...promise, until, extended, reason } };
    }
    case 'PromiseConfirmed': {
      const { keptOn, text, photo } = fact.data;
      return { promise: { ...promise, keptOn, text, ...(photo === undefined ? {} : { photo }) } };
    }
    default:
      return assertNever(fact);
  }
}

export function promiseState({ until, keptOn }: PromisePart): PromiseState {
  if (keptOn === undefined) return 'WAITING';
  return keptOn <= until ? 'KEPT' : 'LATE';
}

/** Whether the promise is waited for. */
export function isPromised(promise: PromisePart | undefined): boolean {
  return promise !== undefined && promise.keptOn === undefined;
}
