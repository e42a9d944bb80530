import { useCallback, useMemo, useRef, useState } from 'react';
import type { LiveList } from '../../frame/live-list.js';
import type { ListItem } from './list-item.js';

/** The cursor and the chosen rows. Ids, not places: a renewed list keeps both. */
export interface Selection {
  readonly cursor: string | undefined;
  readonly picked: ReadonlySet<string>;
  /** By so many rows; beyond an end it stays at the end. */
  readonly move: (by: number) => void;
  readonly point: (id: string) => void;
  readonly pick: (id: string) => void;
  /** From the row that was picked last, else from the cursor, to this one. */
  readonly pickTo: (id: string) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
}

export function useSelection(list: LiveList<ListItem>): Selection {
  const [pointed, setCursor] = useState<string>();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const cursor = pointed !== undefined && list.placeOf(pointed) !== undefined ? pointed : list.rows[0]?.id;

  const move = useCallback(
    (by: number) => {
      const at = (cursor === undefined ? undefined : list.placeOf(cursor)) ?? 0;
      setCursor(list.rows[Math.max(0, Math.min(list.rows.length - 1, at + by))]?.id);
    },
    [list, cursor],
  );
  const last = useRef<string>(undefined);
  // Not in the dependencies of the rows' props: every key would render all rows.
  const latestCursor = useRef(cursor);
  latestCursor.current = cursor;
  const pick = useCallback((id: string) => {
    last.current = id;
    setPicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const pickTo = useCallback(
    (id: string) => {
      const ends = [placeOf(list, last.current) ?? placeOf(list, latestCursor.current), placeOf(list, id)] as const;
      const [from = ends[1], to] = ends;
      if (from === undefined || to === undefined) return;
      last.current = id;
      const range = list.rows.slice(Math.min(from, to), Math.max(from, to) + 1);
      setPicked((before) => new Set([...before, ...range.map((row) => row.id)]));
    },
    [list],
  );
  const clear = useCallback(() => {
    last.current = undefined;
    setPicked(new Set());
  }, []);
  const pickAll = useCallback(
    () => setPicked(({ size }) => (size >= list.rows.length ? new Set() : new Set(list.rows.map(({ id }) => id)))),
    [list],
  );
  return useMemo(
    () => ({ cursor, picked, move, point: setCursor, pick, pickTo, pickAll, clear }),
    [cursor, picked, move, pick, pickTo, pickAll, clear],
  );
}

function placeOf(list: LiveList<ListItem>, id: string | undefined): number | undefined {
  return id === undefined ? undefined : list.placeOf(id);
}
