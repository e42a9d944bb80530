import { Injectable } from '@nestjs/common';
import type { NetworkProblem } from '@otklik/contracts/enumerations';
import { Database, type Transaction } from '@otklik/tenancy';

/** How far a mailbox has been read. UIDs of another validity are other letters. */
export interface MailboxCursor {
  readonly uidValidity: string | null;
  readonly lastUid: number;
  /** When it was last read to its end, ISO 8601 UTC; null: never. */
  readonly lookedAt: string | null;
}

/** Why a mailbox cannot be read: as of the other accounts. */
export type MailboxProblem = Extract<NetworkProblem, 'TOKEN' | 'UNREACHABLE' | 'INNER_ADDRESS'>;

interface Row {
  readonly uidValidity: string | null;
  readonly lastUid: string | null;
  readonly lookedAt: Date | null;
}

/** Where mailboxes are read from, and by which copy of the service. */
@Injectable()
export class MailboxCursors {
  constructor(private readonly database: Database) {}

  /** The cursor, held until `until` by this reader; undefined while another holds it. */
  async hold(
    district: number,
    account: string,
    reader: string,
    at: string,
    until: string,
  ): Promise<MailboxCursor | undefined> {
    const { rows } = await this.database.scope(district).query<Row>(
      `insert into intake.mailbox as known (district, account, held_by, held_until) values ($1, $2, $3, $5)
       on conflict (district, account) do update set held_by = $3, held_until = $5
         where known.held_by is null or known.held_by = $3 or known.held_until <= $4
       returning uid_validity as "uidValidity", last_uid as "lastUid", looked_at as "lookedAt"`,
      [district, account, reader, at, until],
    );
    const [row] = rows;
    return (
      row && {
        uidValidity: row.uidValidity,
        lastUid: Number(row.lastUid ?? 0),
        lookedAt: row.lookedAt?.toISOString() ?? null,
      }
    );
  }

  async move(
    tx: Transaction,
    district: number,
    account: string,
    { uidValidity, lastUid, lookedAt }: MailboxCursor,
  ): Promise<void> {
    await tx.query(
      `update intake.mailbox set uid_validity = $3, last_uid = $4, looked_at = $5 where district = $1 and account = $2`,
      [district, account, uidValidity, lastUid, lookedAt],
    );
  }

  /** null: it works. */
  async note(district: number, account: string, problem: MailboxProblem | null): Promise<void> {
    await this.database.scope(district).query(
      `update intake.mailbox set problem = $3, problem_at = case when $3::text is null then problem_at else now() end
         where district = $1 and account = $2`,
      [district, account, problem],
    );
  }

  async release(district: number, account: string, reader: string): Promise<void> {
    await this.database
      .scope(district)
      .query(
        'update intake.mailbox set held_by = null, held_until = null where district = $1 and account = $2 and held_by = $3',
        [district, account, reader],
      );
  }
}
