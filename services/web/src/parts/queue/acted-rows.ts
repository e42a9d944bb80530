import { isFinished, type Act, type ActState } from '../../frame/outbox.js';

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
  const last = new Map(acts.map((act) => [act.item, act.state]));
  return new Set([...last].filter(([item, state]) => isHidden(state, versions.get(item))).map(([item]) => item));
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
