import type { Action } from '../../generated/enumerations.js';
import { dayAfter } from '../../parts/dates.js';

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The first day on which something may have been registered. */
const BEGINNING = '2000-01-01';

/** A number of a review as it is named there. */
export interface NamedLine {
  readonly table: string;
  readonly code: string;
  readonly of: 'APPEALS' | 'QUESTIONS' | null;
}

const span = ({ from, to }: Period): string => `${from}..${to}`;

/** Of which filters of the address a line is the total, by its table; undefined: no list shows exactly it. */
function queryOf({ table, code }: NamedLine, days: Period): Readonly<Record<string, string>> | undefined {
  const registered = { reg: span(days) };
  const of: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
    'VOLUME.APPEALS': registered,
    'VOLUME.QUESTIONS': registered,
    'VOLUME.OPEN': { ...registered, open: 'yes' },
    'TERMS.ANSWERED': { answered: span(days) },
    'TERMS.KEPT': { answered: span(days), kept: 'yes' },
    'TERMS.LATE': { answered: span(days), kept: 'no' },
    'TERMS.SAME_DAY': { answered: span(days), kept: 'day' },
    'TERMS.EXTENDED': { answered: span(days), extended: 'yes' },
    'MESSAGES.RECEIVED': registered,
    'MESSAGES.SAME_DAY': { ...registered, kept: 'day' },
    'KINDS.COLLECTIVE': { ...registered, collective: 'yes' },
    'KINDS.REPEATED': { ...registered, repeated: 'yes' },
    'KINDS.REPEATED_LATE': { ...registered, repeated: 'LATE' },
    'KINDS.REPEATED_NOT_SATISFIED': { ...registered, repeated: 'NOT_SATISFIED' },
    'KINDS.CONTROLLED': { ...registered, control: 'yes' },
  };
  if (table === 'SECTIONS') return { ...registered, code };
  if (table === 'CHANNELS') return { ...registered, from: code };
  if (table === 'SOURCES') return { ...registered, sender: code };
  if (table === 'RESULTS') return { ...registered, result: code };
  if (table === 'PLACES') return { ...registered, at: code };
  return of[`${table}.${code}`];
}

/** The list that a number of a review counts. */
export function lineHref(district: string, line: NamedLine, days: Period): string | undefined {
  const query = line.of === null ? undefined : queryOf(line, days);
  return query && listHref(district, line, query);
}

/** The list of a part of the month. */
export function groupHref(
  district: string,
  { code, of }: { readonly code: string; readonly of: 'APPEALS' | 'QUESTIONS' },
  days: Period,
): string | undefined {
  const group = { table: '', of };
  if (code === 'REGISTERED') return listHref(district, group, { reg: span(days) });
  const before = `${BEGINNING}..${dayAfter(days.from, -1)}`;
  if (code === 'ANSWERED') return listHref(district, group, { reg: before, answered: span(days) });
  if (code === 'ENDED') return listHref(district, group, { reg: before, ended: span(days) });
  return undefined;
}

/** By which act of the card a field of the report gets its value; all others come with the answer, which the card shows beside the question. */
const ACTS: Readonly<Record<string, Action | undefined>> = { code: 'CLASSIFY_QUESTION', createDate: 'RECORD_SOURCE' };

/** Where a fault is mended: the card of the question, with the dialog of the act that mends it. */
export function mendHref(
  district: string,
  appeal: string,
  fault: { readonly field?: string; readonly question?: string | null } = {},
): string {
  const act = ACTS[fault.field ?? ''];
  const query = new URLSearchParams({ ...(fault.question && { question: fault.question }), ...(act && { act }) });
  return `/desk/${district}/card/${appeal}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

type Listed = Pick<NamedLine, 'table' | 'of'>;

function listHref(district: string, { table, of }: Listed, query: Readonly<Record<string, string>>): string {
  const [appeals, questions] =
    table === 'MESSAGES' ? ['messages', 'message-questions'] : ['registered-appeals', 'registered'];
  const list = of === 'APPEALS' ? appeals : questions;
  return `/desk/${district}/list/${list}?${new URLSearchParams(query).toString()}`;
}
