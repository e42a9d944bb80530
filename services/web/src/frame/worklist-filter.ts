import type { AppealOrder, Channel, Outcome, QuestionResult } from '../generated/enumerations.js';
import type { AppealFilter } from '../generated/graphql.js';
import type { ListCode } from './worklists.js';
import { beginningOfCode } from '../parts/classifier.js';
import { dayAfter } from '../parts/dates.js';

/** What the address of a worklist says: every filter is in it, so a list can be sent, saved and gone back to. */
export interface ListView {
  readonly text: string;
  readonly department: string;
  /** One of `dueChoices`, or days: `2026-11-27..2026-12-03`. */
  readonly due: string;
  /** Whose term was missed. */
  readonly late: (typeof lateChoices)[number] | '';
  readonly channel: (typeof channels)[number] | '';
  readonly settlement: string;
  readonly outcome: (typeof outcomes)[number] | '';
  /** With what the question ended. */
  readonly result: QuestionResult | '';
  /** The beginning of a code of the common classifier, in whole parts: `0003.0008`. */
  readonly classifier: string;
  readonly rating: (typeof ratings)[number] | '';
  readonly topic: string;
  /** Id of an official. */
  readonly executor: string;
  /** Days of the answer: `2026-10-29..2026-11-27`. */
  readonly answered: string;
  readonly kept: (typeof keptChoices)[number] | '';
  readonly order: AppealOrder | '';
}

export const channels = [
  'SITE',
  'PAPER',
  'RECEPTION',
  'PHONE',
  'NETWORK',
  'EMAIL',
  'OPEN311',
  'IMPORT',
] as const satisfies readonly Channel[];

export const dueChoices = ['', 'late', 'today', '3', '7', 'reminded', 'forward', 'tell'] as const;

/** By whose rule a question is due, apart from its answer: 59-FZ art. 8(3), 8(7), 11. */
const dueRules = {
  forward: ['FWD', 'FWD-MIG'],
  tell: ['COMPLAINT', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED'],
} as const;

/** By whose rule a question is late, or was done late. */
const lateRules = {
  ...dueRules,
  answer: ['ANS', 'EXT', 'SOC-FINAL'],
  first: ['SOC-DAY', 'SOC-4H', 'SOC-8H', 'SOC-9H', 'SOC-24H'],
} as const;
export const lateChoices = [
  'answer',
  'first',
  'forward',
  'tell',
] as const satisfies readonly (keyof typeof lateRules)[];

/** Answered in time, late, or on the day on which the appeal came. */
export const keptChoices = ['yes', 'no', 'day'] as const;

/** What an answer, or its draft, says. */
export const outcomes = [
  'SUPPORTED',
  'MEASURES_TAKEN',
  'MEASURES_PROMISED',
  'EXPLAINED',
  'NOT_SUPPORTED',
] as const satisfies readonly Outcome[];
export const results = [
  ...outcomes,
  ...(['FORWARDED', 'LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED', 'WITHDRAWN'] as const),
] as const satisfies readonly QuestionResult[];

export const ratings = ['1', '2', '3', '4', '5'] as const;

/** In these lists questions have drafts or answers. */
const withAnswers: ReadonlySet<ListCode> = new Set(['TO_APPROVE', 'TO_SIGN', 'SENT_BACK', 'IN_WORK', 'MINE']);

export function filtersByOutcome(worklist: ListCode): boolean {
  return withAnswers.has(worklist);
}

/** Only what has ended has a result. */
export function filtersByResult(worklist: ListCode): boolean {
  return worklist === 'ANSWERED';
}

/** Only who has an answer gives a rating. */
export function filtersByRating(worklist: ListCode): boolean {
  return worklist === 'REOPENING_REQUESTED';
}

const orders = [
  'DEADLINE',
  'DEADLINE_REVERSED',
  'NEWEST',
  'OLDEST',
  'REGISTERED_NEWEST',
  'REGISTERED_OLDEST',
] as const satisfies readonly AppealOrder[];
const names = {
  ...({ text: 'q', department: 'dep', due: 'due', channel: 'from', settlement: 'at' } as const),
  ...({ outcome: 'outcome', rating: 'rating', order: 'by' } as const),
  ...({ topic: 'topic', executor: 'who', answered: 'answered', kept: 'kept' } as const),
  ...({ result: 'result', classifier: 'code', late: 'late' } as const),
} as const;

export function viewOf(search: URLSearchParams): ListView {
  const value = (field: keyof ListView): string => search.get(names[field]) ?? '';
  return {
    text: value('text'),
    department: value('department'),
    due: dueChoices.find((one) => one === value('due')) ?? daysOf(value('due')),
    channel: channels.find((one) => one === value('channel')) ?? '',
    settlement: value('settlement'),
    outcome: outcomes.find((one) => one === value('outcome')) ?? '',
    rating: ratings.find((one) => one === value('rating')) ?? '',
    topic: value('topic'),
    executor: value('executor'),
    answered: daysOf(value('answered')),
    kept: keptChoices.find((one) => one === value('kept')) ?? '',
    late: lateChoices.find((one) => one === value('late')) ?? '',
    result: results.find((one) => one === value('result')) ?? '',
    classifier: beginningOfCode(value('classifier')),
    order: orders.find((one) => one === value('order')) ?? '',
  };
}

const days = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

function daysOf(text: string): string {
  return days.test(text) ? text : '';
}

/** The first and the last day; undefined where the value says none. */
export function spanOf(text: string): { readonly from: string; readonly to: string } | undefined {
  const [, from, to] = days.exec(text) ?? [];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** The address's query of a view; what is not chosen is not in it. */
export function searchOf(view: ListView): string {
  const search = new URLSearchParams();
  for (const field of Object.keys(names) as (keyof ListView)[]) if (view[field]) search.set(names[field], view[field]);
  return search.toString();
}

/** `today` is the district's date, `YYYY-MM-DD`. */
export function filterOf(worklist: ListCode, view: ListView, today: string): AppealFilter {
  return {
    ...listFilter(worklist, view),
    ...(view.classifier ? { classifier: view.classifier } : {}),
    ...textFilter(view.text),
    ...(view.department ? { departments: [view.department] } : {}),
    ...(view.channel ? { channels: [view.channel] } : {}),
    ...(view.settlement ? { settlements: [view.settlement] } : {}),
    ...(view.outcome ? { outcomes: [view.outcome] } : {}),
    ...(view.rating ? { ratings: [Number(view.rating)] } : {}),
    ...(view.topic ? { topics: [view.topic] } : {}),
    ...(view.executor ? { executor: view.executor } : {}),
    ...answerFilter(view),
    ...dueFilter(view.due, today),
    ...lateFilter(view),
  };
}

/** What ended otherwise than by an answer is looked for by its result. */
function listFilter(worklist: ListCode, { result }: ListView): AppealFilter {
  if (worklist !== 'ANSWERED') return { worklist };
  return result === '' ? { questionStates: ['ANSWERED'] } : { results: [result] };
}

/** A number has digits and no word beside them; words are looked for in the texts, numbers of receipts among them. */
function textFilter(text: string): AppealFilter {
  if (text === '') return {};
  return /\d/.test(text) && !/\p{L}{4}/u.test(text) ? { number: text } : { words: text };
}

function answerFilter({ answered, kept }: ListView): AppealFilter {
  const span = spanOf(answered);
  return {
    ...(span ? { answeredFrom: span.from, answeredTo: span.to } : {}),
    ...(kept === 'day' ? { sameDay: true } : kept === '' ? {} : { termKept: kept === 'yes' }),
  };
}

function lateFilter({ late }: ListView): AppealFilter {
  return late === '' ? {} : { lateRules: [...lateRules[late]] };
}

function dueFilter(due: string, today: string): AppealFilter {
  if (due === '') return {};
  if (due === 'late') return { overdue: true };
  if (due === 'reminded') return { reminded: true };
  if (due === 'forward' || due === 'tell') return { dueRules: [...dueRules[due]] };
  const span = due === 'today' ? { from: today, to: today } : spanOf(due);
  if (!span) return { dueBy: dayAfter(today, Number(due)) };
  // What is late already is in a list of its own: of today it is what can still be done in time.
  return { dueFrom: span.from, dueBy: span.to, ...(span.from >= today ? { overdue: false } : {}) };
}

const reversed: Partial<Record<AppealOrder, AppealOrder>> = {
  DEADLINE: 'DEADLINE_REVERSED',
  DEADLINE_REVERSED: 'DEADLINE',
  NEWEST: 'OLDEST',
  OLDEST: 'NEWEST',
};

/** The order after a press on a column's head: the column's own, and the other way at the second press. */
export function nextOrder(now: AppealOrder, column: 'DEADLINE' | 'NEWEST'): AppealOrder {
  const ofColumn = now === column || reversed[now] === column;
  return ofColumn ? (reversed[now] ?? column) : column;
}
