import { useCallback, useMemo, useState } from 'react';

/** The cursor and the chosen rows. Ids, not places: a renewed list keeps both. */
export interface Selection {
  readonly cursor: string | undefined;
  readonly picked: ReadonlySet<string>;
  /** By so many rows; beyond an end it stays at the end. */
  readonly move: (by: number) => void;
  readonly point: (id: string) => void;
  readonly pick: (id: string) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
}

export function useSelection(items: readonly { readonly id: string }[]): Selection {
  const [pointed, setCursor] = useState<string>();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const cursor = items.some(({ id }) => id === pointed) ? pointed : items[0]?.id;

  const move = useCallback(
    (by: number) => {
      const at = items.findIndex(({ id }) => id === cursor);
      const next = Math.max(0, Math.min(items.length - 1, at + by));
      setCursor(items[next]?.id);
    },
    [items, cursor],
  );
  const pick = useCallback((id: string) => {
    setPicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const clear = useCallback(() => setPicked(new Set()), []);
  const pickAll = useCallback(
    () => setPicked((before) => (before.size >= items.length ? new Set() : new Set(items.map(({ id }) => id)))),
    [items],
  );
  return useMemo(
    () => ({ cursor, picked, move, point: setCursor, pick, pickAll, clear }),
    [cursor, picked, move, pick, pickAll, clear],
  );
}
