import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import type { Owner } from '../../files/application/files.js';

/** One request for a link in place of a lost code. */
export interface LinkRequest {
  readonly district: number;
  /** Id of the link, and of the command that requested it. */
  readonly id: string;
  /** Keyed hash of what was typed. */
  readonly fingerprint: string;
  /** Absent where number and e-mail name no appeal: the row is written all the same, so that the answer takes as long. */
  readonly owner: Owner | undefined;
  /** ISO 8601. */
  readonly requestedAt: string;
  readonly expiresAt: string;
}

export interface DueLink extends Owner {
  readonly id: string;
  readonly expiresAt: string;
}

/** Requested links: the memory of their keys, the queue of those to be sent, and whether one was used. */
@Injectable()
export class FollowUpLinks {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** The fingerprint under which the link is remembered: of the first request with its id. */
  async remember({ district, id, fingerprint, owner, requestedAt, expiresAt }: LinkRequest): Promise<string> {
    const { rows } = await this.database.scope(district).query<{ fingerprint: string }>(
      `insert into intake.follow_up_link as known
         (district, id, fingerprint, appeal, person, requested_at, expires_at, sent)
       values ($1, $2, $3, $4, $5, $6, $7, $4::uuid is null)
       on conflict (district, id) do update set fingerprint = known.fingerprint
       returning fingerprint`,
      [district, id, fingerprint, owner?.appeal ?? null, owner?.person ?? null, requestedAt, expiresAt],
    );
    return rows[0]!.fingerprint;
  }

  /** Links of every district that wait to be sent. */
  async due(limit: number): Promise<readonly DueLink[]> {
    const { rows } = await this.worker.query<DueLink & { readonly expires: Date }>(
      `select district, id, appeal, person, expires_at as expires from intake.follow_up_link
       where not sent order by requested_at limit $1`,
      [limit],
    );
    return rows.map(({ expires, ...link }) => ({ ...link, expiresAt: expires.toISOString() }));
  }

  /** Within the transaction of the event that sends it. False when another process was first. */
  async sent(tx: Transaction, { district, id }: Pick<DueLink, 'district' | 'id'>): Promise<boolean> {
    const { rowCount } = await tx.query(
      'update intake.follow_up_link set sent = true where district = $1 and id = $2 and not sent',
      [district, id],
    );
    return rowCount === 1;
  }

  /**
   * Spends the link for this key, and ends the appeal's other unused links; again for the same key. Undefined when it is over,
   * or was spent for another.
   */
  async use(
    tx: Transaction,
    {
      district,
      id,
      key,
      at,
    }: { readonly district: number; readonly id: string; readonly key: string; readonly at: string },
  ): Promise<Owner | undefined> {
    const { rows } = await tx.query<Owner>(
      `update intake.follow_up_link set used_by = $3
       where district = $1 and id = $2 and appeal is not null and expires_at > $4 and used_by is null
       returning district, appeal, person`,
      [district, id, key, at],
    );
    if (rows[0]) {
      await endOthers(tx, { ...rows[0], id, at });
      return rows[0];
    }
    const again = await tx.query<Owner>(
      `select district, appeal, person from intake.follow_up_link
       where district = $1 and id = $2 and appeal is not null and expires_at > $4 and used_by = $3`,
      [district, id, key, at],
    );
    return again.rows[0];
  }

  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from intake.follow_up_link where district = $1 and appeal = $2', [district, appeal]);
  }

  /** Removes what is older than any retry. */
  async sweep(district: number, before: string): Promise<void> {
    await this.database
      .scope(district)
      .query('delete from intake.follow_up_link where district = $1 and requested_at < $2 and sent', [
        district,
        before,
      ]);
  }
}

/** The code is new: what was requested before to reach the appeal is of no more use, and in a mailbox it is a risk. */
async function endOthers(
  tx: Transaction,
  { district, appeal, id, at }: Owner & { readonly id: string; readonly at: string },
): Promise<void> {
  await tx.query(
    `update intake.follow_up_link set expires_at = $4, sent = true
     where district = $1 and appeal = $2 and id <> $3 and used_by is null and expires_at > $4`,
    [district, appeal, id, at],
  );
}
