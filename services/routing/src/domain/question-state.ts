import type { FactsOf } from '@otklik/contracts/declare-event';
import type { ClosingGround, Regime, UnansweredGround } from '@otklik/contracts/enumerations';
import type { DeadlineSetData, routingEvents } from '@otklik/contracts/routing.events';
import type { LocalDate, Steps } from '@otklik/kernel';
import type { AtBodies } from './question-bodies.js';
import { controlOf, type CoExecutors, type Promised } from './question-control.js';
import type { Course } from './question-course.js';
import type { Forwarding, Handover } from './question-handover.js';

/** What may have happened to a question (libs/contracts). Personal fields are clear text until they are stored. */
export type QuestionEvent = FactsOf<typeof routingEvents>;

/**
 * Not opened yet, with the coordinator, in a department, with an executor, signed; decided to be forwarded or left without an answer
 * while the applicant is told so; ended.
 */
export type QuestionState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'RETURNED' | 'LEFT_UNANSWERED' })
  | (Opened & { readonly status: 'ANSWERED'; readonly answeredBy: Answering; readonly promise?: Promised })
  | (Opened & InDepartment & { readonly status: 'ROUTED' })
  | (Opened & InDepartment & { readonly status: 'IN_WORK'; readonly executor: string })
  /** A signed answer was accepted and is being sent. */
  | (Opened &
      InDepartment & {
        readonly status: 'SIGNED';
        readonly executor?: string;
        readonly answer: string;
        readonly promisedUntil?: LocalDate;
      })
  | (Opened & Forwarding & AtBodies & { readonly status: 'FORWARDING' })
  | (Opened & AtBodies & { readonly status: 'FORWARDED' })
  | (Opened & { readonly status: 'LEAVING'; readonly ground: UnansweredGround })
  | (Opened & {
      readonly status: 'CLOSED';
      readonly ground: ClosingGround;
      /** With MERGED: the question in which it is considered, and where it stood before. */
      readonly into?: string;
      readonly before?: Place;
    });

export type Known = Exclude<QuestionState, { readonly status: 'NONE' }>;

export interface Opened {
  /** The person whose key seals the texts of the question. */
  readonly person: string;
  readonly regime: Regime;
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal: number;
  /** Sealed; absent where the question is the whole appeal. */
  readonly text?: string;
  /** The latest of each rule. Empty between the opening and the first `DeadlineSet`, which one command records together. */
  readonly deadlines: readonly DeadlineSetData[];
  /** Of which terms it was warned, by `warnedKey`. */
  readonly warned: readonly string[];
  /** Splits and merges that can be undone, the latest last. */
  readonly changes: readonly Change[];
  /** Codes of the departments and organisations of which the applicant complains. */
  readonly complainedOf: readonly string[];
  /** The notice by which an answer was proved after the question had its end. */
  readonly provedLate?: string;
  /** The answer that was refused last. */
  readonly refused?: string;
  /** Until the answer that it is: the next fact. */
  readonly isToldOrally?: true;
  readonly course: Course;
  /** To other districts of the platform, the oldest first. */
  readonly handovers?: readonly Handover[];
  /** A code of the common classifier. */
  readonly classifier?: string;
  readonly coExecutors?: CoExecutors;
  /** Ids of what the co-executors gave. */
  readonly contributions?: readonly string[];
}

/** By whom it was answered: it goes back there when it is considered again. */
export interface Answering extends Partial<InDepartment> {
  readonly notice: string;
  /** Told at a reception. */
  readonly isOral?: true;
  readonly executor?: string;
}

/** A split or a merge, with the question's text before it. */
export type Change =
  | { readonly type: 'SPLIT'; readonly into: readonly string[]; readonly text: string | undefined }
  | { readonly type: 'JOINED'; readonly from: string; readonly text: string | undefined };

interface InDepartment {
  readonly topic: string;
  readonly department: string;
}

/** Where a question stood. */
export type Place = Partial<InDepartment> & { readonly executor?: string };

export const initialState: QuestionState = { status: 'NONE' };

/** What these events mean to a question that was opened. */
export type QuestionSteps<Type extends QuestionEvent['type']> = Steps<QuestionState, QuestionEvent, Type, Known>;

/** What a question keeps wherever it goes. */
export function opened(state: Known): Opened {
  const { person, regime, ordinal, text, deadlines, warned, changes, complainedOf, refused, course, handovers } = state;
  const known = {
    ...(text === undefined ? {} : { text }),
    ...(refused === undefined ? {} : { refused }),
    ...(handovers === undefined ? {} : { handovers }),
  };
  return { person, regime, ordinal, ...known, ...controlOf(state), deadlines, warned, changes, complainedOf, course };
}

export function placeOf(state: Known): Place {
  if (!('topic' in state)) return {};
  const { topic, department } = state;
  const executor = 'executor' in state && state.executor !== undefined ? { executor: state.executor } : {};
  return { topic, department, ...executor };
}
