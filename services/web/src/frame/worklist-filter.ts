import type { AppealOrder } from '../generated/enumerations.js';
import type { AppealFilter } from '../generated/graphql.js';
import { choiceFields, choices, chosenIn, dueRules, filterOfChosen, type Chosen } from './list-choices.js';
import { isReported, type ListCode } from './worklists.js';
import { beginningOfCode } from '../parts/classifier.js';
import { dayAfter } from '../parts/dates.js';

/** What the address of a worklist says: every filter is in it, so a list can be sent, saved and gone back to. */
export interface ListView extends Chosen {
  readonly text: string;
  readonly department: string;
  /** One of `dueChoices`, or days: `2026-11-27..2026-12-03`. */
  readonly due: string;
  /** Its code; several with commas between them, as the map's clusters have. */
  readonly settlement: string;
  /** The beginning of a code of the common classifier, in whole parts: `0003.0008`. */
  readonly classifier: string;
  readonly topic: string;
  /** Id of an official. */
  readonly executor: string;
  /** Days of the answer: `2026-10-29..2026-11-27`. */
  readonly answered: string;
  /** Days of an end that is no answer. */
  readonly ended: string;
  /** Days of the registration; of messages, of the arrival. */
  readonly registered: string;
  readonly kept: (typeof keptChoices)[number] | '';
  readonly order: AppealOrder | '';
}

export const dueChoices = ['', 'late', 'today', '3', '7', 'reminded', 'forward', 'tell'] as const;

/** Answered in time, late, or on the day on which the appeal came. */
export const keptChoices = ['yes', 'no', 'day'] as const;

const orders = [
  'DEADLINE',
  'DEADLINE_REVERSED',
  'NEWEST',
  'OLDEST',
  'REGISTERED_NEWEST',
  'REGISTERED_OLDEST',
] as const satisfies readonly AppealOrder[];
const names: { readonly [Field in keyof ListView]: string } = {
  ...(Object.fromEntries(choiceFields.map((field) => [field, choices[field].address])) as Record<keyof Chosen, string>),
  text: 'q',
  department: 'dep',
  due: 'due',
  settlement: 'at',
  order: 'by',
  classifier: 'code',
  topic: 'topic',
  executor: 'who',
  answered: 'answered',
  ended: 'ended',
  registered: 'reg',
  kept: 'kept',
};

export function viewOf(search: URLSearchParams): ListView {
  const value = (field: keyof ListView): string => search.get(names[field]) ?? '';
  return {
    ...chosenIn(search),
    text: value('text'),
    department: value('department'),
    due: dueChoices.find((one) => one === value('due')) ?? daysOf(value('due')),
    settlement: value('settlement'),
    topic: value('topic'),
    executor: value('executor'),
    answered: daysOf(value('answered')),
    ended: daysOf(value('ended')),
    registered: daysOf(value('registered')),
    kept: keptChoices.find((one) => one === value('kept')) ?? '',
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
    ...filterOfChosen(view),
    ...(view.classifier && { classifier: view.classifier }),
    ...textFilter(view.text),
    ...(view.department && { departments: [view.department] }),
    ...(view.settlement && { settlements: view.settlement.split(',') }),
    ...(view.topic && { topics: [view.topic] }),
    ...(view.executor && { executor: view.executor }),
    ...answerFilter(view),
    ...registeredFilter(worklist, view),
    ...dueFilter(view.due, today),
  };
}

/** What reports count: appeals, and no struck number among them. */
function registeredAppeals(): AppealFilter {
  return {
    regimes: ['APPEAL_59FZ', 'ORAL_RECEPTION'],
    states: [
      ...(['RECEIVED', 'TAKEN_UP', 'REGISTERED', 'ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED', 'WITHDRAWN'] as const),
      ...(['SPAM', 'ANSWERED_AT_ONCE', 'DUPLICATE', 'REOPEN_REQUESTED'] as const),
    ],
  };
}

/** Messages have no number of the journal: their days are those of the arrival. */
function registeredFilter(worklist: ListCode, { registered }: ListView): AppealFilter {
  const span = spanOf(registered);
  if (!span) return {};
  const { from, to } = span;
  return isOfMessages(worklist) ? { receivedFrom: from, receivedTo: to } : { registeredFrom: from, registeredTo: to };
}

function isOfMessages(worklist: ListCode): boolean {
  return worklist === 'MESSAGES' || worklist === 'MESSAGE_QUESTIONS';
}

/** What ended otherwise than by an answer is looked for by its result. */
function listFilter(worklist: ListCode, { result }: ListView): AppealFilter {
  if (!isReported(worklist)) return { worklist };
  if (isOfMessages(worklist)) return { regimes: ['SOCIAL_MESSAGE'] };
  if (worklist !== 'ANSWERED') return { ...registeredAppeals(), ...(result !== '' && { results: [result] }) };
  return result === '' ? { questionStates: ['ANSWERED'] } : { results: [result] };
}

/** A bar code of a paper, which a scanner types in whichever layout is on. */
const SCANNED = /^(?:OTK|ЩЕЛ)1[:Ж]/i;

/** A number has digits and no word beside them; words are looked for in the texts, numbers of receipts among them. */
function textFilter(text: string): AppealFilter {
  if (text === '') return {};
  const isNumber = SCANNED.test(text) || (/\d/.test(text) && !/\p{L}{4}/u.test(text));
  return isNumber ? { number: text } : { words: text };
}

function answerFilter({ answered, ended, kept }: ListView): AppealFilter {
  const span = spanOf(answered);
  const ends = spanOf(ended);
  return {
    ...(span && { answeredFrom: span.from, answeredTo: span.to }),
    ...(ends && { endedFrom: ends.from, endedTo: ends.to }),
    ...(kept === 'day' ? { sameDay: true } : kept === '' ? {} : { termKept: kept === 'yes' }),
  };
}

function dueFilter(due: string, today: string): AppealFilter {
  if (due === '') return {};
  if (due === 'late') return { overdue: true };
  if (due === 'reminded') return { reminded: true };
  if (due === 'forward' || due === 'tell') return { dueRules: [...dueRules[due]] };
  const span = due === 'today' ? { from: today, to: today } : spanOf(due);
  if (!span) return { dueBy: dayAfter(today, Number(due)) };
  // What is late already is in a list of its own: of today it is what can still be done in time.
  return { dueFrom: span.from, dueBy: span.to, ...(span.from >= today && { overdue: false }) };
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
