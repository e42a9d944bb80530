import type { Block, ChainedRow } from './chained-table.js';

/** Permitted difference between the clocks of the database and of the services (an alert fires at a minute). */
const TOLERANCE_MS = 5 * 60_000;
/** Rows are chained about a second after their commit; of a block whose newest row is older its time says nothing of them. */
const LIVE_MS = 60_000;

interface OfDistrict {
  /** Newest time of recording in its blocks, ms since 1970. */
  readonly newest: number;
  /** It had a block right after its rows: they were made here, not moved here with their times. */
  readonly isLive: boolean;
}

/**
 * A row that is in no block yet was recorded after the rows that are, and after the last block was made: a row that is
 * added at the end of a table with an earlier time is found, though it is chained like any other. Blocks of any format
 * show it. A district that was moved here has rows with the times of its origin; they are compared with one another.
 */
export class RecordedTimes {
  private readonly districts = new Map<number, OfDistrict>();
  /** When the last pass was made that chained rows right after they were recorded. */
  private lastPass = -Infinity;

  /** `simulatedUntil`: ms since 1970; rows that were recorded until then may hold from any earlier time. */
  constructor(
    private readonly maxEarlyMs = TOLERANCE_MS,
    private readonly simulatedUntil = -Infinity,
  ) {}

  isTooEarly(row: Pick<ChainedRow, 'district' | 'recorded' | 'early'>): boolean {
    return this.holdsTooEarly(row) || this.isRecordedTooEarly(row);
  }

  private holdsTooEarly({ recorded, early }: Pick<ChainedRow, 'recorded' | 'early'>): boolean {
    return (early ?? 0) > this.maxEarlyMs && (recorded ?? 0) > this.simulatedUntil;
  }

  private isRecordedTooEarly({ district, recorded }: Pick<ChainedRow, 'district' | 'recorded'>): boolean {
    const own = this.districts.get(district);
    if (!own || recorded === undefined || recorded === null) return false;
    const bound = own.isLive ? Math.max(own.newest, this.lastPass) : own.newest;
    return recorded < bound - TOLERANCE_MS;
  }

  /** After the rows of all blocks of a pass were looked at. */
  addPass(
    blocks: readonly {
      readonly block: Pick<Block, 'district'> & { readonly at: Date };
      readonly rows: readonly ChainedRow[];
    }[],
  ): void {
    for (const { block, rows } of blocks) {
      const at = block.at.getTime();
      // A time after the block's own is no measure for those that follow.
      const times = rows.flatMap(({ recorded }) => (recorded && recorded <= at + TOLERANCE_MS ? [recorded] : []));
      const newest = Math.max(-Infinity, ...times);
      const isLive = at - newest <= LIVE_MS;
      const before = this.districts.get(block.district) ?? { newest: -Infinity, isLive: false };
      const known = { newest: Math.max(before.newest, newest), isLive: before.isLive || isLive };
      this.districts.set(block.district, known);
      if (isLive) this.lastPass = Math.max(this.lastPass, at);
    }
  }
}
