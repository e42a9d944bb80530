/** What is looked for, as it stands in the address: a link to the same search finds the same. */
export interface Sought {
  readonly query: string;
  /** Codes; empty: all that the official may search. */
  readonly districts: readonly string[];
  readonly topics: readonly string[];
  readonly departments: readonly string[];
  readonly states: readonly string[];
  /** Dates of receipt, both included; empty: no end. */
  readonly from: string;
  readonly to: string;
}

const lists = { districts: 'district', topics: 'topic', departments: 'department', states: 'state' } as const;
type ListName = keyof typeof lists;

/** Without a period the last twelve months are searched; `period=all` is all time. `today`: a legal date. */
export function soughtIn(search: string, today: string): Sought {
  const params = new URLSearchParams(search);
  const list = (name: ListName): readonly string[] => params.getAll(lists[name]);
  const isDated = ['from', 'to', 'period'].some((name) => params.has(name));
  return {
    query: params.get('q') ?? '',
    districts: list('districts'),
    topics: list('topics'),
    departments: list('departments'),
    states: list('states'),
    from: isDated ? (params.get('from') ?? '') : yearBefore(today),
    to: params.get('to') ?? '',
  };
}

export function searchOf(sought: Sought, today: string): string {
  const params = new URLSearchParams();
  if (sought.query !== '') params.set('q', sought.query);
  for (const [name, short] of Object.entries(lists)) {
    for (const value of sought[name as ListName]) params.append(short, value);
  }
  for (const [name, value] of Object.entries(periodOf(sought, today))) if (value !== '') params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function periodOf({ from, to }: Sought, today: string): Readonly<Record<string, string>> {
  if (from === '' && to === '') return { period: 'all' };
  return from === yearBefore(today) && to === '' ? {} : { from, to };
}

/** The filter of GraphQL, without what is not asked. */
export function filterOf({ topics, departments, states, from, to }: Sought) {
  return {
    ...(topics.length > 0 ? { topics: [...topics] } : {}),
    ...(departments.length > 0 ? { departments: [...departments] } : {}),
    ...(states.length > 0 ? { states: [...states] } : {}),
    ...(from === '' ? {} : { receivedFrom: from }),
    ...(to === '' ? {} : { receivedTo: to }),
  };
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
