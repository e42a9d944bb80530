import type { AppealOrder, Channel } from '../../generated/enumerations.js';
import type { AppealFilter } from '../../generated/graphql.js';
import type { WorklistCode } from '../../frame/worklists.js';

/** What the address of a worklist says: every filter is in it, so a list can be sent, saved and gone back to. */
export interface ListView {
  readonly text: string;
  readonly department: string;
  readonly due: DueChoice;
  readonly channel: (typeof channels)[number] | '';
  readonly settlement: string;
  readonly order: AppealOrder | '';
}

export const channels = ['SITE', 'PAPER', 'RECEPTION', 'PHONE', 'IMPORT'] as const satisfies readonly Channel[];

export const dueChoices = ['', 'late', 'today', '3', '7'] as const;
export type DueChoice = (typeof dueChoices)[number];

const orders = [
  'DEADLINE',
  'DEADLINE_REVERSED',
  'NEWEST',
  'OLDEST',
  'REGISTERED_NEWEST',
  'REGISTERED_OLDEST',
] as const satisfies readonly AppealOrder[];
const names = { text: 'q', department: 'dep', due: 'due', channel: 'from', settlement: 'at', order: 'by' } as const;

export function viewOf(search: URLSearchParams): ListView {
  const value = (field: keyof ListView): string => search.get(names[field]) ?? '';
  return {
    text: value('text'),
    department: value('department'),
    due: dueChoices.find((one) => one === value('due')) ?? '',
    channel: channels.find((one) => one === value('channel')) ?? '',
    settlement: value('settlement'),
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
    ...(view.text ? { number: view.text } : {}),
    ...(view.department ? { departments: [view.department] } : {}),
    ...(view.channel ? { channels: [view.channel] } : {}),
    ...(view.settlement ? { settlements: [view.settlement] } : {}),
    ...dueFilter(view.due, today),
  };
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
