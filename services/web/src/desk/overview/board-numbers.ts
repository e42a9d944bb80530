import { listOf } from '../../frame/worklists.js';
import type { AppealFilter } from '../../generated/graphql.js';
import { filterOf, viewOf } from '../../frame/worklist-filter.js';

/** What the board counts of the district, a department, a topic or an official. */
export interface Numbers {
  readonly open: number;
  readonly dueToday: number;
  readonly coming: number;
  readonly overdue: number;
  readonly answered: number;
  readonly kept: number;
  readonly late: number;
  readonly sameDay: number;
}

export const openNames = ['open', 'dueToday', 'coming', 'overdue'] as const;
export const answerNames = ['answered', 'kept', 'sameDay'] as const;
export type NumberName = keyof Numbers;

/** Whose numbers they are; nothing: the whole district's. */
export interface Whose {
  readonly department?: string;
  readonly topic?: string;
  readonly executor?: string;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The list that a number counts: its filters are in the address. `week`: the first and the last day of what is coming. */
export function listHref(
  district: string,
  name: NumberName,
  { department, topic, executor }: Whose,
  { period, week }: { readonly period: Period; readonly week: Period },
): string {
  const span = ({ from, to }: Period): string => `${from}..${to}`;
  const query = new URLSearchParams({
    ...(department !== undefined && { dep: department }),
    ...(topic !== undefined && { topic }),
    ...(executor !== undefined && { who: executor }),
  });
  const own: Readonly<Record<NumberName, Readonly<Record<string, string>>>> = {
    open: {},
    dueToday: { due: 'today' },
    coming: { due: span(week) },
    overdue: { due: 'late' },
    answered: { answered: span(period) },
    kept: { answered: span(period), kept: 'yes' },
    late: { answered: span(period), kept: 'no' },
    sameDay: { answered: span(period), kept: 'day' },
  };
  for (const [key, value] of Object.entries(own[name])) query.set(key, value);
  const list = 'answered' in own[name] ? 'answered' : 'in-work';
  return `/desk/${district}/list/${list}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** What such a list asks the register for: whatever else shows it asks for the same. `today`: the district's date. */
export function filterOfList(href: string, today: string): AppealFilter {
  const { pathname, searchParams } = new URL(href, 'http://desk');
  const list = listOf(pathname.split('/').at(-1) ?? '') ?? 'IN_WORK';
  return filterOf(list, viewOf(searchParams), today);
}

/** The list of what falls due on a day. */
export function dayHref(district: string, day: string): string {
  return `/desk/${district}/list/in-work?due=${day}..${day}`;
}
