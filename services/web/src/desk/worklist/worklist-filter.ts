import type { AppealOrder, Channel, Outcome } from '../../generated/enumerations.js';
import type { AppealFilter } from '../../generated/graphql.js';
import type { WorklistCode } from '../../frame/worklists.js';

/** What the address of a worklist says: every filter is in it, so a list can be sent, saved and gone back to. */
export interface ListView {
  readonly text: string;
  readonly department: string;
  readonly due: DueChoice;
  readonly channel: (typeof channels)[number] | '';
  readonly settlement: string;
  readonly outcome: (typeof outcomes)[number] | '';
  readonly rating: (typeof ratings)[number] | '';
  readonly order: AppealOrder | '';
}

export const channels = ['SITE', 'PAPER', 'RECEPTION', 'PHONE', 'IMPORT'] as const satisfies readonly Channel[];

export const dueChoices = ['', 'late', 'today', '3', '7'] as const;
export type DueChoice = (typeof dueChoices)[number];

/** What an answer, or its draft, says. */
export const outcomes = [
  'SUPPORTED',
  'MEASURES_TAKEN',
  'EXPLAINED',
  'NOT_SUPPORTED',
] as const satisfies readonly Outcome[];
export const ratings = ['1', '2', '3', '4', '5'] as const;

/** In these lists questions have drafts or answers. */
const withAnswers: ReadonlySet<WorklistCode> = new Set(['TO_APPROVE', 'TO_SIGN', 'SENT_BACK', 'IN_WORK', 'MINE']);

export function filtersByOutcome(worklist: WorklistCode): boolean {
  return withAnswers.has(worklist);
}

/** Only who has an answer gives a rating. */
export function filtersByRating(worklist: WorklistCode): boolean {
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
} as const;

export function viewOf(search: URLSearchParams): ListView {
  const value = (field: keyof ListView): string => search.get(names[field]) ?? '';
  return {
    text: value('text'),
    department: value('department'),
    due: dueChoices.find((one) => one === value('due')) ?? '',
    channel: channels.find((one) => one === value('channel')) ?? '',
    settlement: value('settlement'),
    outcome: outcomes.find((one) => one === value('outcome')) ?? '',
    rating: ratings.find((one) => one === value('rating')) ?? '',
    order: orders.find((one) => one === value('order')) ?? '',
  };
}

/** The address's query of a view; what is not chosen is not in it. */
export function searchOf(view: ListView): string {
  const search = new URLSearchParams();
  for (const field of Object.keys(names) as (keyof ListView)[]) if (view[field]) search.set(names[field], view[field]);
  return search.toString();
}

/** `today` is the district's date, `YYYY-MM-DD`. */
export function filterOf(worklist: WorklistCode, view: ListView, today: string): AppealFilter {
  return {
    worklist,
    ...textFilter(view.text),
    ...(view.department ? { departments: [view.department] } : {}),
    ...(view.channel ? { channels: [view.channel] } : {}),
    ...(view.settlement ? { settlements: [view.settlement] } : {}),
    ...(view.outcome ? { outcomes: [view.outcome] } : {}),
    ...(view.rating ? { ratings: [Number(view.rating)] } : {}),
    ...dueFilter(view.due, today),
  };
}

/** A number has digits and no word beside them; words are looked for in the texts, numbers of receipts among them. */
function textFilter(text: string): AppealFilter {
  if (text === '') return {};
  return /\d/.test(text) && !/\p{L}{4}/u.test(text) ? { number: text } : { words: text };
}

function dueFilter(due: DueChoice, today: string): AppealFilter {
  if (due === '') return {};
  if (due === 'late') return { overdue: true };
  if (due === 'today') return { dueFrom: today, dueBy: today };
  return { dueBy: dayAfter(today, Number(due)) };
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
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
