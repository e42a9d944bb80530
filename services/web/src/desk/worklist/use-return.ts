import { useEffect, useRef } from 'react';
import { rememberedList, rowToReturnTo } from '../../frame/list-memory.js';
import type { LiveList } from '../../frame/live-list.js';
import type { ListItem } from './list-item.js';
import type { Selection } from './selection.js';

/** Back from a card, the cursor is where it was: once the list has come, and only then. */
export function useReturn(path: string, list: LiveList<ListItem>, { point }: Selection): void {
  const isDone = useRef(false);
  const isLoaded = list.rows.length > 0;
  useEffect(() => {
    if (isDone.current || !isLoaded) return;
    isDone.current = true;
    const remembered = rememberedList();
    if (remembered?.path !== path) return;
    const row = rowToReturnTo(remembered, (id) => list.placeOf(id) !== undefined);
    if (row !== undefined) point(row);
  }, [path, isLoaded, list, point]);
}
