import { binds, compact, END_OF_TERM, type LocalDate } from '@otklik/kernel';
import { bodyTerm, type BodyTerm } from '@otklik/case/body-term';
import { isAwaited } from '@otklik/case/question-course';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { AnswerDeadline } from './answer-deadline.js';
import { demandConsidered, hasEnded, isConsidered } from './question-standing.js';
import {
  deadlinesOf,
  isReplaced,
  placeOf,
  type Known,
  type Place,
  type QuestionEvent,
  type QuestionState,
} from './question-state.js';
import { warnedKey } from './warned-key.js';

/** The appeal came under another regime, whose term runs beside the former. */
export interface AddTerm {
  readonly type: 'AddTerm';
  readonly deadline: AnswerDeadline;
  /** Counted from the same registration. */
  readonly otherDeadlines?: readonly AnswerDeadline[];
}

/** So much of the term has passed. */
export interface WarnOfTerm {
  readonly type: 'WarnOfTerm';
  readonly rule: string;
  /** Of the term of a body that was asked. */
  readonly request?: string;
  /** The day by which the body that sent the appeal on asks for the answer, as it is recorded now. */
  readonly asked?: LocalDate;
  readonly dueOn: LocalDate;
  /** Percent; 100: the term has ended. */
  readonly share: number;
  /** The share at which the controller and the head are alerted. */
  readonly escalated: boolean;
}

/**
 * Nothing for a question that has its end, for a term that was changed or obliges to nothing now, and nothing twice.
 */
export function warnOfTerm(command: WarnOfTerm, state: QuestionState): readonly QuestionEvent[] {
  const { rule, request, asked, dueOn, share, escalated } = command;
  if (state.status === 'NONE' || hasEnded(state)) return [];
  const terms = warnedOf(state, asked);
  const set = terms.find((one) => one.rule === rule && one.request === request && one.dueOn === dueOn);
  if (!set || state.warned.includes(warnedKey(command))) return [];
  const of = compact({ rule, duty: set.duty, dueOn, request });
  const holder = holderOf(state);
  if (share === END_OF_TERM) return [{ type: 'DeadlineMissed', ...of, ...holder }];
  return [{ type: 'DeadlineNear', ...of, share, escalated, ...holder }];
}

/** A term of the question, of a body that was asked for information, or of the one that sent the appeal on. */
export type WarnedTerm = (DeadlineSetData | BodyTerm) & { readonly request?: string };

/**
 * The terms of which officials are warned in this state of the question. The requests' own run beside that of the
 * answer (art. 10(2)), and so does the day that the body which sent the appeal on `asked` for, where it is earlier.
 */
export function warnedOf(state: Known, asked: LocalDate | undefined): readonly WarnedTerm[] {
  const awaited = (state.published.requests ?? []).filter(isAwaited);
  const ofSender = bodyTerm(state.published, asked);
  return [
    ...deadlinesOf(state).filter((set) => obliges(set, state)),
    ...awaited.map(({ request, deadline }) => ({ ...deadline, request })),
    ...(ofSender ? [ofSender] : []),
  ];
}

function obliges(set: DeadlineSetData, state: Known): boolean {
  const { unanswered, state: standing } = state.published;
  const ground = unanswered === undefined ? {} : { ground: unanswered.ground };
  return !isReplaced(set, state) && binds(set, { state: standing, ...ground });
}

function holderOf(state: Known): Omit<Place, 'topic'> {
  if (!isConsidered(state)) return {};
  const { topic: _, ...holder } = placeOf(state.published);
  return holder;
}

export function addTerm({ deadline, otherDeadlines = [] }: AddTerm, state: QuestionState): readonly QuestionEvent[] {
  demandConsidered(state);
  const set = deadlinesOf(state).find(({ rule }) => rule === deadline.rule);
  if (set?.countedFrom === deadline.countedFrom) return [];
  return [deadline, ...otherDeadlines].map((one) => ({ type: 'DeadlineSet', ...one }) as const);
}

/** The calendar of a year that was counted without one is there: the term as it is counted by it. */
export interface RecountTerm {
  readonly type: 'RecountTerm';
  readonly deadline: AnswerDeadline;
}

/** Only of a term that was provisional, of the same rule and event; not of one that has ended or gave way. */
export function recountTerm({ deadline }: RecountTerm, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE' || hasEnded(state)) return [];
  const { rule, countedFrom, provisional } = deadline;
  const set = deadlinesOf(state).find((one) => one.rule === rule && one.countedFrom === countedFrom);
  if (!set?.provisional || provisional || isReplaced(set, state)) return [];
  return [{ type: 'DeadlineSet', ...deadline, reason: 'CALENDAR_DECREED', before: set.dueOn }];
}
