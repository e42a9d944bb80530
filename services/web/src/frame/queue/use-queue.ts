import { useRef, useState } from 'react';
import { queueRowToReturnTo } from '../list-memory.js';
import type { Command } from '../outbox.js';
import { actedRows, type VersionedRow } from './acted-rows.js';
import {
  arrangeQueue,
  emptyOrder,
  growOrder,
  moveCursor,
  passRows,
  renewOrder,
  showAbove,
  type QueueOrder,
} from './queue-order.js';

export interface Queue<Row> {
  readonly rows: readonly Row[];
  /** The row that is open at the right. */
  readonly current: Row | undefined;
  /** It left the list by a colleague's act. */
  readonly isGone: boolean;
  /** How many new rows wait to be shown. */
  readonly news: number;
  /** As the server's list has it now, shown or not. */
  readonly latest: (id: string) => Row | undefined;
  readonly show: () => void;
  readonly move: (by: number) => void;
  readonly open: (id: string) => void;
  /** These rows are acted on: the next one opens, and stays open when an act of them is refused. */
  readonly pass: (...ids: readonly string[]) => void;
  /** Picked rows with the version that they had then. */
  readonly picked: ReadonlyMap<string, number>;
  readonly pick: (row: VersionedRow) => void;
  /** These, and no others. */
  readonly pickAll: (rows: readonly VersionedRow[]) => void;
  readonly unpick: () => void;
}

/** A list that is loaded page by page, the newest first. */
export interface PagedQueue {
  /** Of what has come since it was loaded; the rest of `fresh` was loaded. */
  readonly isNew: (id: string) => boolean;
  /** Another one whenever the list restarted: for another filter, or after a long loss of the connection. */
  readonly generation: number;
}

/**
 * The official's view of a live list: `fresh` is the server's list now, undefined until it was loaded first. Of one that is
 * loaded in pages, the later pages stand below; without `paged` it is the whole list each time.
 */
export function useQueue<Row extends VersionedRow>(
  fresh: readonly Row[] | undefined,
  commands: readonly Command[],
  paged?: PagedQueue,
): Queue<Row> {
  const generation = paged?.generation;
  const [kept, keep] = useState({ order: emptyOrder, generation });
  const setOrder = (order: QueueOrder): void => keep({ order, generation });
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const known = useRef(new Map<string, Row>());
  const now = fresh ?? [];
  for (const row of now) known.current.set(row.id, row);
  const ids = now.map(({ id }) => id);
  const hidden = actedRows(commands, now);
  const isAnew = kept.generation !== generation;
  const order = isAnew ? renewOrder(kept.order, ids) : growOrder(kept.order, loadedOf(ids, paged));
  if (isAnew) setOrder(order);
  const arranged = arrangeQueue(order, ids, hidden);
  // An empty view shows what comes at once: there is no row that could jump.
  if (arranged.visible.length === 0 && arranged.news.length > 0) {
    const cursor = order.cursor ?? queueRowToReturnTo(location.pathname, arranged.news);
    setOrder(renewOrder({ ...order, cursor }, ids));
  }
  const rows = arranged.visible.flatMap((id) => known.current.get(id) ?? []);
  const visible = new Set(arranged.visible);
  return {
    rows,
    current: arranged.cursor === undefined ? undefined : known.current.get(arranged.cursor),
    isGone: arranged.gone,
    news: arranged.news.length,
    latest: (id) => known.current.get(id),
    show: () => setOrder((paged ? showAbove : renewOrder)({ ...order, cursor: arranged.cursor }, ids)),
    move: (by) => setOrder(moveCursor(order, arranged, by)),
    open: (id) => setOrder({ shown: order.shown.includes(id) ? order.shown : [...order.shown, id], cursor: id }),
    pass: (...passed) => setOrder(passRows(order, ids, new Set([...hidden, ...passed]))),
    picked: new Map([...chosen].filter(([id]) => visible.has(id))),
    pick: ({ id, version }) => {
      const next = new Map(chosen);
      if (!next.delete(id)) next.set(id, version);
      setChosen(next);
    },
    pickAll: (rows) => setChosen(new Map(rows.map(({ id, version }) => [id, version]))),
    unpick: () => setChosen(new Map()),
  };
}

/** Of a list in pages: what was loaded, and is no news. */
function loadedOf(ids: readonly string[], paged: PagedQueue | undefined): readonly string[] {
  return paged ? ids.filter((id) => !paged.isNew(id)) : [];
}
