import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Parity } from '../domain/journal-parity.js';

/** TAKING until every row of the file was stored; REMOVING while it is taken back. */
export type LoadState = 'TAKING' | 'WHOLE' | 'REMOVING' | 'REMOVED';

/** What the file had and what was stored, counted when the import had its end. */
export interface LoadReport {
  readonly months: readonly Parity[];
  readonly topics: readonly Parity[];
}

export interface LoadRow {
  readonly id: string;
  readonly fileHash: string;
  readonly takenAt: Date;
  /** Appeals that it added. */
  readonly rows: number;
  readonly refused: number;
  readonly state: LoadState;
  readonly report: LoadReport | null;
  readonly removedAt: Date | null;
  readonly removedReason: string | null;
}

const COLUMNS = `id, file_hash as "fileHash", taken_at as "takenAt", rows, refused, state, report, removed_at as "removedAt",
  removed_reason as "removedReason"`;

/** Imports of the journal that was kept before Otklik. */
@Injectable()
export class OldJournalLoads {
  constructor(private readonly database: Database) {}

  /** Until the transaction ends no other import of the district runs its batch, and none is taken back. */
  async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('old-journal', $1))`, [district]);
  }

  async begin(tx: Transaction, district: number, load: Pick<LoadRow, 'id' | 'fileHash' | 'takenAt'>): Promise<void> {
    await tx.query(
      `insert into intake.old_journal_load (district, id, file_hash, taken_at, rows, refused, state)
       values ($1, $2, $3, $4, 0, 0, 'TAKING')`,
      [district, load.id, load.fileHash, load.takenAt],
    );
  }

  /** Answers false where it had its end meanwhile. */
  async grow(tx: Transaction, district: number, load: string, by: number): Promise<boolean> {
    const { rowCount } = await tx.query(
      `update intake.old_journal_load set rows = rows + $3 where district = $1 and id = $2 and state in ('TAKING', 'WHOLE')`,
      [district, load, by],
    );
    return rowCount === 1;
  }

  async end(district: number, load: string, report: LoadReport, refused: number): Promise<void> {
    await this.database.scope(district).query(
      `update intake.old_journal_load set state = 'WHOLE', report = $3, refused = $4
       where district = $1 and id = $2 and state in ('TAKING', 'WHOLE')`,
      [district, load, JSON.stringify(report), refused],
    );
  }

  /** The newest first. */
  async loads(district: number): Promise<readonly LoadRow[]> {
    const { rows } = await this.database
      .scope(district)
      .query<LoadRow>(
        `select ${COLUMNS} from intake.old_journal_load where district = $1 order by taken_at desc, id limit 100`,
        [district],
      );
    return rows;
  }

  async find(tx: Transaction, district: number, load: string): Promise<LoadRow | undefined> {
    const { rows } = await tx.query<LoadRow>(
      `select ${COLUMNS} from intake.old_journal_load where district = $1 and id = $2`,
      [district, load],
    );
    return rows[0];
  }

  /** Those that have no end yet, and those of the file. */
  async openOr(tx: Transaction, district: number, fileHash: string): Promise<readonly LoadRow[]> {
    const { rows } = await tx.query<LoadRow>(
      `select ${COLUMNS} from intake.old_journal_load
       where district = $1 and (state in ('TAKING', 'REMOVING') or state = 'WHOLE' and file_hash = $2)
       order by taken_at, id`,
      [district, fileHash],
    );
    return rows;
  }

  async markRemoving(tx: Transaction, district: number, load: string, reason: string | undefined): Promise<void> {
    await tx.query(
      `update intake.old_journal_load set state = 'REMOVING', removed_reason = $3 where district = $1 and id = $2`,
      [district, load, reason ?? null],
    );
  }

  async markRemoved(tx: Transaction, district: number, load: string, at: string): Promise<void> {
    await tx.query(
      `update intake.old_journal_load set state = 'REMOVED', removed_at = $3 where district = $1 and id = $2`,
      [district, load, at],
    );
  }
}
