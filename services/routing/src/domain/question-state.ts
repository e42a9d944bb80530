import { questionFacts, type QuestionFacts } from '@otklik/case/question-facts';
import type { PublishedQuestion } from '@otklik/case/question';
import { keyOf, type CoExecutor, type CoExecutorsPart } from '@otklik/case/co-executor-parts';
import type { FactsOf } from '@otklik/contracts/declare-event';
import type { Addressee } from '@otklik/contracts/enumerations';
import type { DeadlineSetData, routingEvents } from '@otklik/contracts/routing.events';
import { compact, type LocalDate } from '@otklik/kernel';

/** What may have happened to a question (libs/contracts). Personal fields are clear text until they are stored. */
export type QuestionEvent = FactsOf<typeof routingEvents>;

export type QuestionState = { readonly status: 'NONE' } | Known;

/** What is published of it, and what is not. */
export interface Known extends Unpublished {
  /** `SIGNED`: a signed answer was accepted and is being sent. */
  readonly status: PublishedQuestion['state'] | 'SIGNED';
  readonly published: OpenedQuestion;
}

type OpenedQuestion = PublishedQuestion & Required<Pick<PublishedQuestion, 'regime' | 'ordinal'>>;

export interface Unpublished {
  /** The person whose key seals the texts of the question. */
  readonly person: string;
  /** Of which terms it was warned, by `warnedKey`. */
  readonly warned: readonly string[];
  /** Splits and merges that can be undone, the latest last. */
  readonly changes: readonly Change[];
  /** Rules of the terms to forward it that were met before it came back: the law gives none to do so once more. */
  readonly forwarded: readonly string[];
  /** By request to another body: the day on which it was made. */
  readonly asked: Readonly<Record<string, LocalDate>>;
  /** By request, or letter to a body: the command of the body's page by which it answered last. */
  readonly records: Readonly<Record<string, string>>;
  /** Ids of what the co-executors gave. */
  readonly contributions: readonly string[];
  /** By co-executor: the command that gave him his part. */
  readonly partsGiven: Readonly<Record<string, string>>;
  /** Id of the last assignment that came with a resolution. */
  readonly assignment?: string;
  /** Id of the interim answer that was given last. */
  readonly interim?: string;
  /** The answer that was refused last. */
  readonly refused?: string;
  readonly now: Standing;
}

/** What ends once the question is elsewhere. */
export interface Standing {
  /** The signed answer that is being sent. */
  readonly accepted?: { readonly answer: string; readonly promisedUntil?: LocalDate };
  readonly answeredBy?: Answering;
  readonly forwarding?: Forwarding;
  /** The notice by which an answer was proved after the question had its end. */
  readonly provedLate?: string;
  /** It has its first executor, since that instant (ISO 8601 UTC), and had these co-executors and parts before. */
  readonly assigned?: {
    readonly at: string;
    readonly coExecutors: CoExecutorsPart | undefined;
    readonly parts: readonly PartKept[];
  };
  /** Its assignment was taken back. */
  readonly takenBack?: true;
  /** Until the answer that it is: the next fact. */
  readonly isToldOrally?: true;
}

/** A co-executor's part, by which it is seen whether it is still the same. */
export interface PartKept extends CoExecutor {
  /** The command that gave it. */
  readonly by: string | undefined;
  readonly isDone: boolean;
}

/** By whom it was answered: it goes back there when it is considered again. */
export interface Answering extends Place {
  readonly notice: string;
  /** Given at a reception. */
  readonly isOral?: true;
}

/** A split or a merge, with the question's text before it. */
export type Change =
  | { readonly type: 'SPLIT'; readonly into: readonly string[]; readonly text: string | undefined }
  | { readonly type: 'JOINED'; readonly from: string; readonly text: string | undefined };

/** Where a question stood. */
export interface Place {
  readonly topic?: string;
  readonly department?: string;
  readonly executor?: string;
}

/** Of a question that is forwarded, or is being so. */
export interface Forwarding {
  readonly forwardedOn: LocalDate;
  /** Sealed. */
  readonly reason?: string;
  /** An official takes it back, and it is not known yet whether the notice is out. */
  readonly isWithdrawn: boolean;
  /** It ends by the proofs of its letters to bodies, too. */
  readonly endsByLetters: boolean;
  /** Letters to bodies, and the notice to the applicant, that have left. */
  readonly proofs: readonly ForwardingProof[];
}

export interface ForwardingProof {
  /** The covering letter, or the notice. */
  readonly notice: string;
  readonly addressee: Addressee;
  readonly provedOn: LocalDate;
}

export const initialState: QuestionState = { status: 'NONE' };

/** Its place, or its place when it was merged or forwarded. */
export function placeOf({ topic, department, executor }: PublishedQuestion): Place {
  if (topic === undefined || department === undefined) return {};
  return compact({ topic, department, executor });
}

/** The latest of each rule, without what was done. */
export function deadlinesOf({ published, forwarded }: Known): readonly DeadlineSetData[] {
  return (published.deadlines ?? []).filter(({ rule }) => !forwarded.includes(rule));
}

/** The term was replaced by another one: no warning of it is sent. */
export function isReplaced({ rule }: { readonly rule: string }, { published }: Known): boolean {
  return published.replaced?.[rule] !== undefined;
}

export function keptParts({ published: { coParts = [] }, partsGiven }: Known): readonly PartKept[] {
  return coParts.map(({ official, department, done }) => {
    const whose = compact({ official, department });
    return { ...whose, by: partsGiven[keyOf(whose)], isDone: done !== undefined };
  });
}

/** By which it is decided what may be done with it. */
export function factsOf({ published }: Known): QuestionFacts {
  return questionFacts(published);
}
