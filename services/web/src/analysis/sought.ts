import { beginningOfCode } from '../parts/classifier.js';

/** The search as written in the address: a link to the same search finds the same. */
export interface Sought {
  readonly query: string;
  /** Codes; empty: all that the official may search. */
  readonly districts: readonly string[];
  readonly topics: readonly string[];
  readonly departments: readonly string[];
  readonly settlements: readonly string[];
  readonly states: readonly string[];
  readonly channels: readonly string[];
  readonly terms: readonly string[];
  /** With what questions ended. */
  readonly results: readonly string[];
  readonly regimes: readonly string[];
  readonly networks: readonly string[];
  readonly sentBy: readonly string[];
  /** Scores that senders gave. */
  readonly ratings: readonly string[];
  /** How often questions were considered again: 0 to 3. */
  readonly reopened: readonly string[];
  /** The beginning of a code of the common classifier; empty: any, or none. */
  readonly classifier: string;
  /** Only those with an open question past its term. */
  readonly overdue: boolean;
  readonly order: SoughtOrder;
  /** By what answer times are compared. */
  readonly by: ComparedBy;
  /** Dates of receipt, both included; empty: no end. */
  readonly from: string;
  readonly to: string;
}

export const comparedRegimes = ['APPEAL_59FZ', 'SOCIAL_MESSAGE', 'POS_MESSAGE', 'ORAL_RECEPTION'] as const;
export type ComparedRegime = (typeof comparedRegimes)[number];

/** Terms and ways of answering differ by regime: a comparison is of one, also where several are chosen. */
export function comparedRegime({ regimes }: Pick<Sought, 'regimes'>): ComparedRegime {
  return comparedRegimes.find((one) => regimes.includes(one)) ?? comparedRegimes[0];
}

export const orders = ['RELEVANCE', 'NEWEST', 'OLDEST'] as const;
export type SoughtOrder = (typeof orders)[number];

export const comparedBy = ['DISTRICT', 'DEPARTMENT', 'TOPIC', 'MONTH'] as const;
export type ComparedBy = (typeof comparedBy)[number];

const lists = {
  districts: 'district',
  topics: 'topic',
  departments: 'department',
  settlements: 'settlement',
  states: 'state',
  channels: 'channel',
  terms: 'term',
  results: 'result',
  regimes: 'regime',
  networks: 'network',
  sentBy: 'sender',
  ratings: 'rating',
  reopened: 'again',
} as const;
export type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as ListName[];

/** Without a period the last twelve months are searched; `period=all` is all time. `today`: a legal date. */
export function soughtIn(search: string, today: string): Sought {
  const params = new URLSearchParams(search);
  const isDated = ['from', 'to', 'period'].some((name) => params.has(name));
  return {
    query: params.get('q') ?? '',
    ...byList((name) => params.getAll(lists[name])),
    classifier: beginningOfCode(params.get('code') ?? ''),
    overdue: params.has('overdue'),
    order: orders.find((one) => one === params.get('order')) ?? orders[0],
    by: comparedBy.find((one) => one === params.get('by')) ?? comparedBy[0],
    from: isDated ? (params.get('from') ?? '') : yearBefore(today),
    to: params.get('to') ?? '',
  };
}

function byList<Value>(of: (name: ListName) => Value): Readonly<Record<ListName, Value>> {
  return Object.fromEntries(listNames.map((name) => [name, of(name)])) as Record<ListName, Value>;
}

export function searchOf(sought: Sought, today: string): string {
  const params = new URLSearchParams();
  const { query, classifier, overdue, order, by } = sought;
  const alone = {
    q: query,
    code: classifier,
    overdue: overdue ? 'yes' : '',
    order: order === orders[0] ? '' : order,
    by: by === comparedBy[0] ? '' : by,
    ...periodOf(sought, today),
  };
  for (const name of listNames) {
    for (const value of sought[name]) params.append(lists[name], value);
  }
  for (const [name, value] of Object.entries(alone)) if (value !== '') params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function periodOf({ from, to }: Sought, today: string): Readonly<Record<string, string>> {
  if (from === '' && to === '') return { period: 'all' };
  return from === yearBefore(today) && to === '' ? {} : { from, to };
}

/** The filter of GraphQL, without what is not asked. */
export function filterOf(sought: Sought) {
  const { classifier, overdue, from, to } = sought;
  // Districts are an argument of their own.
  const filtered = listNames.filter((name) => name !== 'districts' && sought[name].length > 0);
  return {
    ...Object.fromEntries(filtered.map((name) => [name, isNumber(name) ? numbers(sought[name]) : [...sought[name]]])),
    ...(classifier !== '' && { classifier }),
    ...(overdue && { overdue }),
    ...(from !== '' && { receivedFrom: from }),
    ...(to !== '' && { receivedTo: to }),
  };
}

function isNumber(name: ListName): boolean {
  return name === 'ratings' || name === 'reopened';
}

/** An address may hold anything. */
function numbers(values: readonly string[]): readonly number[] {
  return values.map(Number).filter((value) => Number.isInteger(value));
}

/** All that were considered again. */
export const everReopened = ['1', '2', '3'] as const;

/** Nothing chosen: words and period stay. */
export const unfiltered = {
  ...byList((): readonly string[] => []),
  classifier: '',
  overdue: false,
} as const satisfies Partial<Sought>;

export function isFiltered(sought: Sought): boolean {
  const { overdue, classifier } = sought;
  return overdue || classifier !== '' || listNames.some((name) => sought[name].length > 0);
}

/** The first day of the month eleven months ago: twelve whole months with the present one. */
export function yearBefore(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 12, 1));
  return first.toISOString().slice(0, 10);
}

/** First and last day of `2026-11`. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}
