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
 * Rows of a live list. Nothing moves by itself: a row that entered waits until it is asked for, a changed one changes
 * in its place, one that left stays, greyed, until the list is renewed.
 * A store for `useSyncExternalStore`. Its snapshots are `shape`, for the list, and `row(id)`, for one row: a change of
 * one of ten thousand rows draws that row, and copies nothing.
 */
export class LiveList<Row extends { readonly id: string }> {
  /** Grows when rows come, leave or are marked; 0 until the first page has come. */
  shape = 0;
  /** Grows when the list restarts. */
  generation = 0;
  /** In their order; the same array as long as the list lives. */
  readonly rows: Row[] = [];
  readonly left = new Set<string>();
  /** Entered, not shown yet. */
  readonly waiting = new Map<string, Row>();
  total = 0;
  totalIsExact = true;
  endCursor: string | null = null;
  hasNextPage = false;
  liveCursor: string | undefined;
  private readonly places = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private isAnnounced = false;

  /** `gather` runs what it is given once for all changes of a frame. */
  constructor(private readonly gather: (announce: () => void) => void = (announce) => announce()) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): number => this.shape;

  row(id: string): Row | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.rows[place];
  }

  /** The row's place, from 0; undefined when it is not shown. */
  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }

  /** The list reloaded: what waited is in it, what left is gone. */
  reset(page: Page<Row>): void {
    this.rows.length = 0;
    this.places.clear();
    this.left.clear();
    this.waiting.clear();
    this.liveCursor = page.liveCursor;
    this.generation += 1;
    this.take(page);
  }

  append(page: Page<Row>): void {
    this.take(page);
  }

  apply({ cursor, id, kind, row }: Change<Row>): void {
    this.liveCursor = cursor;
    if (kind === 'LEFT' || row === null) this.leave(id);
    else if (this.places.has(id)) this.stay(id, row);
    else if (kind === 'ENTERED' || this.waiting.has(id)) this.wait(row);
    if (this.isAnnounced) return;
    this.isAnnounced = true;
    this.gather(() => this.announce());
  }

  private stay(id: string, row: Row): void {
    this.rows[this.places.get(id)!] = row;
    if (!this.left.delete(id)) return;
    this.total += 1;
    this.shape += 1;
  }

  private wait(row: Row): void {
    if (!this.waiting.has(row.id)) this.shape += 1;
    this.waiting.set(row.id, row);
  }

  private leave(id: string): void {
    if (this.left.has(id)) return;
    this.shape += 1;
    if (this.waiting.delete(id)) return;
    if (this.places.has(id)) this.left.add(id);
    this.total = Math.max(0, this.total - 1);
  }

  private take({ rows, total, totalIsExact, endCursor, hasNextPage }: Page<Row>): void {
    for (const row of rows) {
      const place = this.places.get(row.id) ?? this.rows.length;
      this.places.set(row.id, place);
      this.rows[place] = row;
      this.waiting.delete(row.id);
    }
    Object.assign(this, { total, totalIsExact, endCursor, hasNextPage });
    this.shape += 1;
    this.announce();
  }

  private announce(): void {
    this.isAnnounced = false;
    for (const listener of this.listeners) listener();
  }
}
