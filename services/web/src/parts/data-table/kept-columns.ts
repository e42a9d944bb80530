import { useMemo, useSyncExternalStore } from 'react';
import type { Column } from './column.js';

/** By id: shown or not, where the official chose otherwise than the declaration. */
type Choice = Readonly<Record<string, boolean>>;

const listeners = new Set<() => void>();
const keyOf = (list: string): string => `otklik.columns.${list}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A value that is no choice of columns counts as none. */
export function parseChoice(kept: string | null): Choice {
  try {
    const entries = Object.entries(JSON.parse(kept ?? '{}') as object);
    return Object.fromEntries(entries.filter(([, isShown]) => typeof isShown === 'boolean'));
  } catch {
    return {};
  }
}

/** Which columns are on the screen; a column that cannot be hidden always is. */
export function visibilityOf<Row>(columns: readonly Column<Row>[], choice: Choice): Record<string, boolean> {
  const shown = columns.map(({ id, shown: usual, hideable }) => {
    const isUsual = usual !== 'file';
    return [id, hideable === false ? isUsual : (choice[id] ?? isUsual)] as const;
  });
  return Object.fromEntries(shown);
}

function keepChoice(list: string, next: Choice): void {
  if (Object.keys(next).length === 0) localStorage.removeItem(keyOf(list));
  else localStorage.setItem(keyOf(list), JSON.stringify(next));
  for (const listener of listeners) listener();
}

/** Shows these columns of a list; none: the usual ones. */
export function keepColumns<Row>(list: string, columns: readonly Column<Row>[], ids: readonly string[]): void {
  const hideable = columns.filter((column) => column.hideable !== false);
  keepChoice(list, ids.length === 0 ? {} : Object.fromEntries(hideable.map(({ id }) => [id, ids.includes(id)])));
}

/** The columns that are shown of a list, kept in this browser. A list without a name shows its usual ones. */
export function useKeptColumns<Row>(list: string | undefined, columns: readonly Column<Row>[]) {
  const read = (): string | null => (list === undefined ? null : localStorage.getItem(keyOf(list)));
  const kept = useSyncExternalStore(subscribe, read, () => null);
  const choice = useMemo(() => parseChoice(kept), [kept]);
  const keep = (next: Choice): void => {
    if (list !== undefined) keepChoice(list, next);
  };
  const visibility = useMemo(() => visibilityOf(columns, choice), [columns, choice]);
  return {
    visibility,
    /** Those that are on the screen; another array only when the choice is another. */
    shown: useMemo(() => columns.filter(({ id }) => visibility[id]), [columns, visibility]),
    isChosen: kept !== null,
    show: (id: string, isShown: boolean): void => keep({ ...choice, [id]: isShown }),
    reset: (): void => keep({}),
  };
}
