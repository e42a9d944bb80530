import type { Submission } from './journal.js';

/** An appeal as one surface shows it. */
export interface Seen {
  readonly id: string;
  readonly district: string;
  /** Number of the receipt. */
  readonly number: string;
  /** The beginning of its text, in which the mark stands. */
  readonly text: string;
  readonly version: number;
}

/** An event of a log. */
export interface Logged {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
}

export interface Surfaces {
  /** The whole register, district by district. */
  readonly register: readonly Seen[];
  /** What the search finds by the batches' words. */
  readonly found: readonly Seen[];
  /** The log that owns the appeals, in the order of positions. */
  readonly log: readonly Logged[];
}

export interface Violation {
  readonly kind:
    | 'LOST'
    | 'TWICE'
    | 'INVENTED'
    | 'WRONG DISTRICT'
    | 'OTHER RECEIPT'
    | 'NUMBER TWICE'
    | 'OUT OF ORDER'
    | 'NOT IN THE LOG';
  /** What was looked at: the register, the search, the receipts, the log. */
  readonly where: string;
  /** The shortest piece of history that shows it. */
  readonly what: string;
}

/**
 * Compares what was promised to residents with what all surfaces show after everything has come to rest. Each
 * acknowledged submission is everywhere once, as it was acknowledged; nothing is anywhere that nobody has sent; one key
 * has one receipt; versions of a stream are 1, 2, 3 in the order of the log.
 */
export function violations(history: readonly Submission[], { register, found, log }: Surfaces): readonly Violation[] {
  return [
    ...receiptsOfOneKey(history),
    ...numbersGivenTwice(history),
    ...shownOnce('register', history, register),
    ...shownOnce('search', history, found),
    ...streamsInOrder(history, log),
  ];
}

function receiptsOfOneKey(history: readonly Submission[]): readonly Violation[] {
  return history.flatMap((one) => {
    const told = new Set(one.receipts.map(({ id, number }) => `${id} ${number}`));
    return told.size > 1
      ? [{ kind: 'OTHER RECEIPT', where: 'receipts', what: `${one.mark}: ${[...told].join(', ')}` }]
      : [];
  });
}

function numbersGivenTwice(history: readonly Submission[]): readonly Violation[] {
  const owners = groups(history, ({ district, receipts }) => receipts[0] && `${district} ${receipts[0].number}`);
  return [...owners]
    .filter(([, all]) => all.length > 1)
    .map(([number, all]) => ({ kind: 'NUMBER TWICE', where: 'receipts', what: `${number}: ${marks(all)}` }));
}

function shownOnce(where: string, history: readonly Submission[], seen: readonly Seen[]): readonly Violation[] {
  const shown = groups(seen, ({ text }) => markIn(text));
  const sent = new Map(history.map((one) => [one.mark, one]));
  const faults: Violation[] = [];
  for (const one of history) {
    const places = shown.get(one.mark) ?? [];
    if (places.length === 0 && one.receipts.length > 0) faults.push({ kind: 'LOST', where, what: describe(one) });
    if (places.length > 1)
      faults.push({ kind: 'TWICE', where, what: `${describe(one)}: ${places.map(({ id }) => id).join(', ')}` });
    for (const place of places) faults.push(...asAcknowledged(where, one, place));
  }
  for (const place of seen) {
    const mark = markIn(place.text);
    if (mark === undefined || !sent.has(mark)) faults.push({ kind: 'INVENTED', where, what: JSON.stringify(place) });
  }
  return faults;
}

function asAcknowledged(where: string, one: Submission, place: Seen): readonly Violation[] {
  const faults: Violation[] = [];
  if (place.district !== one.district)
    faults.push({ kind: 'WRONG DISTRICT', where, what: `${describe(one)}: in ${place.district}` });
  const receipt = one.receipts[0];
  if (receipt && (receipt.id !== place.id || receipt.number !== place.number))
    faults.push({ kind: 'OTHER RECEIPT', where, what: `${describe(one)}: ${place.id} ${place.number}` });
  return faults;
}

function streamsInOrder(history: readonly Submission[], log: readonly Logged[]): readonly Violation[] {
  const reached = new Map<string, number>();
  const faults: Violation[] = [];
  for (const { stream, version, position } of log) {
    const expected = (reached.get(stream) ?? 0) + 1;
    if (version !== expected)
      faults.push({
        kind: 'OUT OF ORDER',
        where: 'log',
        what: `${stream}: ${version} at ${position}, not ${expected}`,
      });
    reached.set(stream, version);
  }
  for (const one of history)
    if (one.receipts[0] && !reached.has(one.receipts[0].id))
      faults.push({ kind: 'NOT IN THE LOG', where: 'log', what: describe(one) });
  return faults;
}

const MARK = /знак\d+/u;

/** The mark of a submission; undefined where there is none. */
export function markIn(text: string): string | undefined {
  return MARK.exec(text)?.[0];
}

function describe({ mark, district, tries, receipts }: Submission): string {
  const [first] = receipts;
  return `${mark} of ${district}, sent ${tries} time(s)${first ? `, acknowledged as ${first.id} ${first.number}` : ''}`;
}

function marks(all: readonly Submission[]): string {
  return all.map(({ mark }) => mark).join(', ');
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}
