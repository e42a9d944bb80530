import { useRef, useState } from 'react';
import type { Act } from '../../frame/outbox.js';
import { actedRows, type VersionedRow } from './acted-rows.js';
import { arrangeQueue, emptyOrder, moveCursor, renewOrder } from './queue-order.js';

export interface Queue<Row> {
  readonly rows: readonly Row[];
  /** The row that is open at the right. */
  readonly current: Row | undefined;
  /** It left the list by a colleague's act. */
  readonly isGone: boolean;
  /** How many new rows wait to be shown. */
  readonly news: number;
  readonly show: () => void;
  readonly move: (by: number) => void;
  readonly open: (id: string) => void;
  /** These rows are acted on: the next one opens, and stays open when an act of them is refused. */
  readonly pass: (...ids: readonly string[]) => void;
  /** Picked rows with the version that they had then. */
  readonly picked: ReadonlyMap<string, number>;
  readonly pick: (row: VersionedRow) => void;
  readonly unpick: () => void;
}

/** The official's view of a live list: `fresh` is the server's list now, undefined until it was loaded first. */
export function useQueue<Row extends VersionedRow>(
  fresh: readonly Row[] | undefined,
  acts: readonly Act[],
): Queue<Row> {
  const [order, setOrder] = useState(emptyOrder);
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const known = useRef(new Map<string, Row>());
  for (const row of fresh ?? []) known.current.set(row.id, row);
  const ids = (fresh ?? []).map(({ id }) => id);
  const hidden = actedRows(acts, fresh ?? []);
  const arranged = arrangeQueue(order, ids, hidden);
  // An empty view shows what comes at once: there is no row that could jump.
  if (arranged.visible.length === 0 && arranged.news.length > 0) setOrder(renewOrder(order, ids));
  const rows = arranged.visible.flatMap((id) => known.current.get(id) ?? []);
  const visible = new Set(arranged.visible);
  return {
    rows,
    current: arranged.cursor === undefined ? undefined : known.current.get(arranged.cursor),
    isGone: arranged.gone,
    news: arranged.news.length,
    show: () => setOrder(renewOrder({ ...order, cursor: arranged.cursor }, ids)),
    move: (by) => setOrder(moveCursor(order, arranged, by)),
    open: (id) => setOrder({ shown: order.shown.includes(id) ? order.shown : [...order.shown, id], cursor: id }),
    pass: (...passed) =>
      setOrder({ ...order, cursor: arrangeQueue(order, ids, new Set([...hidden, ...passed])).cursor }),
    picked: new Map([...chosen].filter(([id]) => visible.has(id))),
    pick: ({ id, version }) => {
      const next = new Map(chosen);
      if (!next.delete(id)) next.set(id, version);
      setChosen(next);
    },
    unpick: () => setChosen(new Map()),
  };
}
