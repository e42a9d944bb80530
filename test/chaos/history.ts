import type { Submission } from './journal.js';

/** An appeal as a surface shows it. */
export interface ShownAppeal {
  readonly id: string;
  readonly district: string;
  /** Number of the receipt. */
  readonly number: string;
  /** The beginning of its text, which holds the mark. */
  readonly text: string;
  readonly version: number;
}

/** An event of a log. */
export interface LoggedEvent {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
}

export interface Surfaces {
  /** The whole register, district by district. */
  readonly register: readonly ShownAppeal[];
  /** What the search finds by the words of the batches. */
  readonly found: readonly ShownAppeal[];
  /** The log that owns the appeals, in the order of positions. */
  readonly log: readonly LoggedEvent[];
}

export interface Violation {
  readonly kind:
    | 'LOST'
    | 'DUPLICATED'
    | 'PHANTOM'
    | 'WRONG DISTRICT'
    | 'RECEIPT MISMATCH'
    | 'DUPLICATE NUMBER'
    | 'OUT OF ORDER'
    | 'NOT IN THE LOG'
    | 'ACTION MISMATCH'
    | 'VERSION MISMATCH';
  /** The register, the search, the receipts or the log. */
  readonly where: string;
  /** The evidence: the ids and values that disagree. */
  readonly what: string;
}

/**
 * Compares what was acknowledged to residents with what all surfaces show once they are consistent: each acknowledged
 * submission is shown once, as it was acknowledged; nothing is shown that was not sent; one key has one receipt; the
 * versions of a stream are 1, 2, 3 in the order of the log; each action of an official is one version, and every surface
 * shows the last.
 */
export function violations(history: readonly Submission[], { register, found, log }: Surfaces): readonly Violation[] {
  return [
    ...receiptMismatches(history),
    ...duplicateNumbers(history),
    ...shownOnce('register', history, register),
    ...shownOnce('search', history, found),
    ...streamsInOrder(history, log),
    ...actionsAreVersions(history, log),
    ...lastVersionShown('register', register, log),
    ...lastVersionShown('search', found, log),
  ];
}

function receiptMismatches(history: readonly Submission[]): readonly Violation[] {
  return history.flatMap((one) => {
    const different = new Set(one.receipts.map(({ id, number }) => `${id} ${number}`));
    return different.size > 1
      ? [{ kind: 'RECEIPT MISMATCH', where: 'receipts', what: `${one.mark}: ${[...different].join(', ')}` }]
      : [];
  });
}

function duplicateNumbers(history: readonly Submission[]): readonly Violation[] {
  const ofReceipts = groups(history, ({ district, receipts }) => receipts[0] && `${district} ${receipts[0].number}`);
  const registered = groups(history, ({ district, actions }) => {
    const number = actions.at(-1)?.number;
    return number ? `${district} ${number}` : undefined;
  });
  return [...ofReceipts, ...registered]
    .filter(([, all]) => all.length > 1)
    .map(([number, all]) => ({ kind: 'DUPLICATE NUMBER', where: 'receipts', what: `${number}: ${marks(all)}` }));
}

/** A received submission ends at version 1; one that was taken up and registered, at 3. */
function actionsAreVersions(history: readonly Submission[], log: readonly LoggedEvent[]): readonly Violation[] {
  const last = lastVersions(log);
  return history.flatMap((one) => {
    const [receipt] = one.receipts;
    if (!receipt) return [];
    const versions = one.actions.map(({ version }) => version).join();
    const whole = one.handled
      ? ['2', '2,3'].includes(versions) && last.get(receipt.id) === 3
      : last.get(receipt.id) === 1;
    if (whole) return [];
    const what = `${describe(one)}: acknowledged versions ${versions || 'none'}, the log ends at ${last.get(receipt.id)}`;
    return [{ kind: 'ACTION MISMATCH', where: 'log', what }];
  });
}

function lastVersionShown(
  where: string,
  seen: readonly ShownAppeal[],
  log: readonly LoggedEvent[],
): readonly Violation[] {
  const last = lastVersions(log);
  return seen
    .filter(({ id, version }) => last.has(id) && version !== last.get(id))
    .map(({ id, version }) => ({ kind: 'VERSION MISMATCH', where, what: `${id}: ${version}, not ${last.get(id)}` }));
}

function lastVersions(log: readonly LoggedEvent[]): ReadonlyMap<string, number> {
  return new Map(log.map(({ stream, version }) => [stream, version]));
}

function shownOnce(where: string, history: readonly Submission[], seen: readonly ShownAppeal[]): readonly Violation[] {
  const shown = groups(seen, ({ text }) => markIn(text));
  const byMark = new Map(history.map((one) => [one.mark, one]));
  const faults: Violation[] = [];
  for (const one of history) {
    const places = shown.get(one.mark) ?? [];
    if (places.length === 0 && one.receipts.length > 0) faults.push({ kind: 'LOST', where, what: describe(one) });
    if (places.length > 1)
      faults.push({ kind: 'DUPLICATED', where, what: `${describe(one)}: ${places.map(({ id }) => id).join(', ')}` });
    for (const place of places) faults.push(...asAcknowledged(where, one, place));
  }
  for (const place of seen) {
    const mark = markIn(place.text);
    if (mark === undefined || !byMark.has(mark)) faults.push({ kind: 'PHANTOM', where, what: JSON.stringify(place) });
  }
  return faults;
}

function asAcknowledged(where: string, one: Submission, place: ShownAppeal): readonly Violation[] {
  const faults: Violation[] = [];
  if (place.district !== one.district)
    faults.push({ kind: 'WRONG DISTRICT', where, what: `${describe(one)}: in ${place.district}` });
  const receipt = one.receipts[0];
  if (receipt && (receipt.id !== place.id || receipt.number !== place.number))
    faults.push({ kind: 'RECEIPT MISMATCH', where, what: `${describe(one)}: ${place.id} ${place.number}` });
  return faults;
}

function streamsInOrder(history: readonly Submission[], log: readonly LoggedEvent[]): readonly Violation[] {
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
