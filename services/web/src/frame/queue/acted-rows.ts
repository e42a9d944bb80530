import { isFinished, type Command, type CommandState } from '../outbox.js';

/** A row of a queue with the version of the stream on which its commands are made. */
export interface VersionedRow {
  readonly id: string;
  readonly version: number;
}

/**
 * Rows to hide: their last command waits, is under way, or has changed the stream beyond the version that the list holds. A
 * refused command hides nothing: the row comes back with its reason.
 */
export function actedRows(commands: readonly Command[], rows: readonly VersionedRow[]): ReadonlySet<string> {
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const last = new Map(commands.flatMap(statesOf));
  return new Set([...last].filter(([item, state]) => isHidden(state, versions.get(item))).map(([item]) => item));
}

/** Of a command on many, the state of each: it waits with the command, and has its own result. */
function statesOf({ item, state, variables }: Command): readonly (readonly [string, CommandState])[] {
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

/** Of a command on many that is done, what came of each. */
function resultsOf({ state }: Command): readonly OneOfMany[] {
  return state.is === 'DONE' && Array.isArray(state.data) ? (state.data as readonly OneOfMany[]) : [];
}

function isRefused({ version }: OneOfMany['result']): boolean {
  return version === undefined;
}

/** `version`: the list's; undefined when the list holds the row no more. */
function isHidden(state: CommandState, version: number | undefined): boolean {
  if (state.is === 'FAILED') return false;
  return state.is !== 'DONE' || version === undefined || state.version > version;
}

/** The last command, when it is done and `now` is within the time in which it can be undone. Milliseconds. */
export function undoable(commands: readonly Command[], now: number, withinMs: number): Command | undefined {
  const last = commands.findLast(isFinished);
  return last?.state.is === 'DONE' && !last.undoes && now - last.state.at < withinMs ? last : undefined;
}

/** Refused commands that no later command on their row has made good. */
export function lastRefused(commands: readonly Command[]): readonly Command[] {
  const last = new Map(commands.map((command) => [command.item, command.key]));
  return commands.filter(({ state, item, key }) => state.is === 'FAILED' && last.get(item) === key);
}

export interface PartlyRefused {
  readonly command: Command;
  readonly ids: readonly string[];
  /** Number of rows changed. */
  readonly of: number;
  /** Why, of the first of them. */
  readonly message: string | undefined;
}

/** Of commands on many, the rows that were refused and on which nothing was done since. */
export function partlyRefused(commands: readonly Command[]): readonly PartlyRefused[] {
  const last = new Map(commands.flatMap((command) => statesOf(command).map(([id]) => [id, command.key])));
  return commands.flatMap((command) => {
    const all = resultsOf(command);
    const refused = all.filter(({ id, result }) => isRefused(result) && last.get(id) === command.key);
    const [first] = refused;
    return first ? [{ command, ids: refused.map(({ id }) => id), of: all.length, message: first.result.message }] : [];
  });
}

/** Fields of commands that an official types. */
const TYPED = ['reason', 'said', 'text', 'words', 'identifiedBy'] as const;

/** What the official wrote with the command: it is not lost with it. */
export function wordsOf({ variables }: Command): string | undefined {
  const input = (variables['input'] ?? {}) as Partial<Record<(typeof TYPED)[number], unknown>>;
  return TYPED.map((name) => input[name]).find((typed) => typeof typed === 'string');
}
