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
    | 'NOT IN THE LOG'
    | 'STEPS'
    | 'OTHER VERSION';
  /** What was looked at: the register, the search, the receipts, the log. */
  readonly where: string;
  /** The shortest piece of history that shows it. */
  readonly what: string;
}

/**
 * Compares what was promised to residents with what all surfaces show after everything has come to rest. Each
 * acknowledged submission is everywhere once, as it was acknowledged; nothing is anywhere that nobody has sent; one key
 * has one receipt; versions of a stream are 1, 2, 3 in the order of the log; each act of an official owns one of them,
 * and every surface shows the last.
 */
export function violations(history: readonly Submission[], { register, found, log }: Surfaces): readonly Violation[] {
  return [
    ...receiptsOfOneKey(history),
    ...numbersGivenTwice(history),
    ...shownOnce('register', history, register),
    ...shownOnce('search', history, found),
    ...streamsInOrder(history, log),
    ...eachActOneStep(history, log),
    ...lastVersionShown('register', register, log),
    ...lastVersionShown('search', found, log),
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
  const ofReceipts = groups(history, ({ district, receipts }) => receipts[0] && `${district} ${receipts[0].number}`);
  const registered = groups(history, ({ district, acts }) => {
    const number = acts.at(-1)?.number;
    return number ? `${district} ${number}` : undefined;
  });
  return [...ofReceipts, ...registered]
    .filter(([, all]) => all.length > 1)
    .map(([number, all]) => ({ kind: 'NUMBER TWICE', where: 'receipts', what: `${number}: ${marks(all)}` }));
}

/** What was received stands at 1; what was taken up and registered, at 3. */
function eachActOneStep(history: readonly Submission[], log: readonly Logged[]): readonly Violation[] {
  const last = lastVersions(log);
  return history.flatMap((one) => {
    const [receipt] = one.receipts;
    if (!receipt) return [];
    const told = one.acts.map(({ version }) => version).join();
    const whole = one.handled ? ['2', '2,3'].includes(told) && last.get(receipt.id) === 3 : last.get(receipt.id) === 1;
    if (whole) return [];
    const what = `${describe(one)}: officials were told ${told || 'nothing'}, it stands at ${last.get(receipt.id)}`;
    return [{ kind: 'STEPS', where: 'log', what }];
  });
}

function lastVersionShown(where: string, seen: readonly Seen[], log: readonly Logged[]): readonly Violation[] {
  const last = lastVersions(log);
  return seen
    .filter(({ id, version }) => last.has(id) && version !== last.get(id))
    .map(({ id, version }) => ({ kind: 'OTHER VERSION', where, what: `${id}: ${version}, not ${last.get(id)}` }));
}

function lastVersions(log: readonly Logged[]): ReadonlyMap<string, number> {
  return new Map(log.map(({ stream, version }) => [stream, version]));
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
