/** A queue as the official sees it: rows keep their places, whatever the server's list becomes meanwhile. */
export interface QueueOrder {
  /** Ids in the order in which they were first shown; those that are gone keep their place for the case that they return. */
  readonly shown: readonly string[];
  readonly cursor: string | undefined;
  /** New rows were shown above: the open one stays, and after it the list goes on from its first row. */
  readonly fromTop?: boolean;
}

export interface ArrangedQueue {
  readonly visible: readonly string[];
  readonly cursor: string | undefined;
  /** Ids of the server's list that wait behind «2 новых, показать». */
  readonly news: readonly string[];
  /** The row under the cursor left the list by another official's act. It stays until the cursor moves. */
  readonly gone: boolean;
}

export const emptyOrder: QueueOrder = { shown: [], cursor: undefined };

/**
 * `fresh`: ids of the server's list now. `hidden`: rows on which the official has acted. A hidden row's cursor passes to
 * the next visible row, at the end of the list to the one before.
 */
export function arrangeQueue(order: QueueOrder, fresh: readonly string[], hidden: ReadonlySet<string>): ArrangedQueue {
  const known = new Set(fresh);
  const shown = new Set(order.shown);
  const stays = (id: string): boolean => !hidden.has(id) && (known.has(id) || id === order.cursor);
  const visible = order.shown.filter(stays);
  const cursor = nearest(order, visible);
  return {
    visible,
    cursor,
    news: fresh.filter((id) => !shown.has(id) && !hidden.has(id)),
    gone: cursor !== undefined && !known.has(cursor),
  };
}

function nearest({ shown, cursor }: QueueOrder, visible: readonly string[]): string | undefined {
  const at = cursor === undefined ? 0 : Math.max(0, shown.indexOf(cursor));
  const left = new Set(visible);
  return shown.slice(at).find((id) => left.has(id)) ?? visible.at(-1);
}

/** Further pages of the server's list are below what is shown, and move nothing. */
export function growOrder(order: QueueOrder, loaded: readonly string[]): QueueOrder {
  // An empty view begins with all of it.
  if (order.shown.length === 0) return order;
  const shown = new Set(order.shown);
  const more = loaded.filter((id) => !shown.has(id));
  return more.length === 0 ? order : { ...order, shown: [...order.shown, ...more] };
}

/** The server's list in its own order; the cursor stays on its row. */
export function renewOrder({ cursor }: QueueOrder, fresh: readonly string[]): QueueOrder {
  const kept = cursor !== undefined && !fresh.includes(cursor) ? undefined : cursor;
  return { shown: fresh, cursor: kept ?? fresh[0] };
}

/** The same for a list whose new rows stand above: they are next, the urgent ones first. */
export function showAbove(order: QueueOrder, fresh: readonly string[]): QueueOrder {
  return { ...renewOrder(order, fresh), fromTop: true };
}

/** Moves the cursor by rows; it stops at the ends. */
export function moveCursor(order: QueueOrder, { visible, cursor }: ArrangedQueue, by: number): QueueOrder {
  const { shown, fromTop = false } = order;
  const at = cursor === undefined || (fromTop && by > 0) ? -1 : visible.indexOf(cursor);
  const next = visible[Math.min(Math.max(at + by, 0), visible.length - 1)];
  return next === undefined ? order : { shown, cursor: next };
}

/** The rows are acted on: what is next opens. */
export function passRows(order: QueueOrder, fresh: readonly string[], hidden: ReadonlySet<string>): QueueOrder {
  const { visible, cursor } = arrangeQueue(order, fresh, hidden);
  return { shown: order.shown, cursor: order.fromTop ? visible[0] : cursor };
}
