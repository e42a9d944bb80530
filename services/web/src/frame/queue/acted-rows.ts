import { isFinished, type Act, type ActState } from '../outbox.js';

/** A row of a queue with the version of the stream on which its acts are made. */
export interface VersionedRow {
  readonly id: string;
  readonly version: number;
}

/**
 * Rows to hide: their last act waits, is under way, or has changed the stream beyond the version that the list holds. A
 * refused act hides nothing: the row comes back with its reason.
 */
export function actedRows(acts: readonly Act[], rows: readonly VersionedRow[]): ReadonlySet<string> {
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const last = new Map(acts.flatMap(statesOf));
  return new Set([...last].filter(([item, state]) => isHidden(state, versions.get(item))).map(([item]) => item));
}

/** Of an act on many, the state of each: it waits with the act, and has its own result. */
function statesOf({ item, state, variables }: Act): readonly (readonly [string, ActState])[] {
  const { items } = (variables['input'] ?? {}) as { readonly items?: readonly { readonly id: string }[] };
  if (!items) return [[item, state]];
  if (state.is !== 'DONE' || !Array.isArray(state.data)) return items.map(({ id }) => [id, state]);
  return (state.data as readonly OneOfMany[]).map(({ id, result }) => {
    const { at, data } = state;
    const { version = 0, message = '' } = result;
    return [id, isRefused(result) ? { is: 'FAILED', at, code: '', message } : { is: 'DONE', at, data, version }];
  });
}

interface OneOfMany {
  readonly id: string;
  readonly result: { readonly version?: number; readonly message?: string };
}

/** Of an act on many that is done, what came of each. */
function resultsOf({ state }: Act): readonly OneOfMany[] {
  return state.is === 'DONE' && Array.isArray(state.data) ? (state.data as readonly OneOfMany[]) : [];
}

function isRefused({ version }: OneOfMany['result']): boolean {
  return version === undefined;
}

/** `version`: the list's; undefined when the list holds the row no more. */
function isHidden(state: ActState, version: number | undefined): boolean {
  if (state.is === 'FAILED') return false;
  return state.is !== 'DONE' || version === undefined || state.version > version;
}

/** The last act, when it is done and `now` is within the time in which it can be undone. Milliseconds. */
export function undoable(acts: readonly Act[], now: number, withinMs: number): Act | undefined {
  const last = acts.findLast(isFinished);
  return last?.state.is === 'DONE' && !last.undoes && now - last.state.at < withinMs ? last : undefined;
}

/** Refused acts that no later act on their row has made good. */
export function lastRefused(acts: readonly Act[]): readonly Act[] {
  const last = new Map(acts.map((act) => [act.item, act.key]));
  return acts.filter(({ state, item, key }) => state.is === 'FAILED' && last.get(item) === key);
}

export interface PartlyRefused {
  readonly act: Act;
  readonly ids: readonly string[];
  /** Number of rows changed. */
  readonly of: number;
  /** Why, of the first of them. */
  readonly message: string | undefined;
}

/** Of acts on many, the rows that were refused and on which nothing was done since. */
export function partlyRefused(acts: readonly Act[]): readonly PartlyRefused[] {
  const last = new Map(acts.flatMap((act) => statesOf(act).map(([id]) => [id, act.key])));
  return acts.flatMap((act) => {
    const all = resultsOf(act);
    const refused = all.filter(({ id, result }) => isRefused(result) && last.get(id) === act.key);
    const [first] = refused;
    return first ? [{ act, ids: refused.map(({ id }) => id), of: all.length, message: first.result.message }] : [];
  });
}

/** Fields of acts that an official types. */
const TYPED = ['reason', 'said', 'text', 'words', 'identifiedBy'] as const;

/** What the official wrote with the act: it is not lost with it. */
export function wordsOf({ variables }: Act): string | undefined {
  const input = (variables['input'] ?? {}) as Partial<Record<(typeof TYPED)[number], unknown>>;
  return TYPED.map((name) => input[name]).find((typed) => typeof typed === 'string');
}
