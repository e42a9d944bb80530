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
  return query && listHref(district, line.of!, query);
}

/** The list of a part of the month; ENDED has no list of its own. */
export function groupHref(
  district: string,
  { code, of }: { readonly code: string; readonly of: 'APPEALS' | 'QUESTIONS' },
  days: Period,
): string | undefined {
  if (code === 'REGISTERED') return listHref(district, of, { reg: span(days) });
  if (code !== 'ANSWERED') return undefined;
  return listHref(district, of, { reg: `${BEGINNING}..${dayAfter(days.from, -1)}`, answered: span(days) });
}

function listHref(district: string, of: 'APPEALS' | 'QUESTIONS', query: Readonly<Record<string, string>>): string {
  const list = of === 'APPEALS' ? 'registered-appeals' : 'registered';
  return `/desk/${district}/list/${list}?${new URLSearchParams(query).toString()}`;
}
