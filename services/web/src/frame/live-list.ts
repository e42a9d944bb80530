/** A page of a connection, with the cursor from which its changes go on. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly liveCursor: string;
}

export interface Change<Row> {
  readonly cursor: string;
  readonly id: string;
  readonly kind: 'ENTERED' | 'CHANGED' | 'LEFT';
  readonly row: Row | null;
}

/**
 * Rows of a live list. Nothing moves by itself: a row that entered waits until it is asked for, a changed one changes in
 * its place, one that left stays, greyed, until the list is renewed. A store for `useSyncExternalStore`: `version` grows
 * with each change.
 */
export class LiveList<Row extends { readonly id: string }> {
  version = 0;
  order: string[] = [];
  readonly rows = new Map<string, Row>();
  readonly left = new Set<string>();
  /** Entered, not shown yet. */
  readonly waiting = new Map<string, Row>();
  total = 0;
  totalIsExact = true;
  endCursor: string | null = null;
  hasNextPage = false;
  liveCursor: string | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): number => this.version;

  /** The list anew: what waited is in it, what left is gone. */
  reset(page: Page<Row>): void {
    this.order = [];
    this.rows.clear();
    this.left.clear();
    this.waiting.clear();
    this.liveCursor = page.liveCursor;
    this.take(page);
  }

  append(page: Page<Row>): void {
    this.take(page);
  }

  apply({ cursor, id, kind, row }: Change<Row>): void {
    this.liveCursor = cursor;
    if (kind === 'LEFT' || row === null) this.leave(id);
    else if (this.rows.has(id)) this.stay(id, row);
    else if (kind === 'ENTERED' || this.waiting.has(id)) this.waiting.set(id, row);
    this.changed();
  }

  private stay(id: string, row: Row): void {
    this.rows.set(id, row);
    if (this.left.delete(id)) this.total += 1;
  }

  private leave(id: string): void {
    if (this.waiting.delete(id)) return;
    if (this.rows.has(id)) {
      if (this.left.has(id)) return;
      this.left.add(id);
    }
    this.total = Math.max(0, this.total - 1);
  }

  private take({ rows, total, totalIsExact, endCursor, hasNextPage }: Page<Row>): void {
    for (const row of rows) {
      if (!this.rows.has(row.id)) this.order.push(row.id);
      this.rows.set(row.id, row);
      this.waiting.delete(row.id);
    }
    Object.assign(this, { total, totalIsExact, endCursor, hasNextPage });
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
