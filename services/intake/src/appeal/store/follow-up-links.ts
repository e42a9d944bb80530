import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
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

/** Work, a request each: its key is the link's id. */
export const SEND_LINK = 'FOLLOW_UP_LINK';

export interface LinkToSend {
  readonly appeal: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Requested links: the memory of their keys, and whether one was used. */
@Injectable()
export class FollowUpLinks {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  /** It waits to be sent. Answers the fingerprint under which the link is remembered: of the first request with its id. */
  async remember({ district, id, fingerprint, owner, requestedAt, expiresAt }: LinkRequest): Promise<string> {
    return this.database.scope(district).transaction(async (tx) => {
      const { rows } = await tx.query<{ fingerprint: string; new: boolean }>(
        `insert into intake.follow_up_link as known
           (district, id, fingerprint, appeal, person, requested_at, expires_at, sent)
         values ($1, $2, $3, $4, $5, $6, $7, true)
         on conflict (district, id) do update set fingerprint = known.fingerprint
         returning fingerprint, xmax = 0 as new`,
        [district, id, fingerprint, owner?.appeal ?? null, owner?.person ?? null, requestedAt, expiresAt],
      );
      if (rows[0]!.new) await this.queue.add(tx, [{ district, kind: SEND_LINK, key: id, body: {} }]);
      return rows[0]!.fingerprint;
    });
  }

  /** Undefined where number and e-mail named no appeal. */
  async toSend(district: number, id: string): Promise<LinkToSend | undefined> {
    const { rows } = await this.database.scope(district).query<{ readonly appeal: string; readonly expires: Date }>(
      `select appeal, expires_at as expires from intake.follow_up_link
       where district = $1 and id = $2 and appeal is not null`,
      [district, id],
    );
    return rows[0] && { appeal: rows[0].appeal, expiresAt: rows[0].expires.toISOString() };
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
      await this.endOthers(tx, { ...rows[0], id, at });
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
    const { rows } = await tx.query<{ id: string }>(
      'delete from intake.follow_up_link where district = $1 and appeal = $2 returning id',
      [district, appeal],
    );
    await this.cancel(tx, district, rows);
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

  /** The code is new: what was requested before to reach the appeal is of no more use, and in a mailbox it is a risk. */
  private async endOthers(
    tx: Transaction,
    { district, appeal, id, at }: Owner & { readonly id: string; readonly at: string },
  ): Promise<void> {
    const { rows } = await tx.query<{ id: string }>(
      `update intake.follow_up_link set expires_at = $4
       where district = $1 and appeal = $2 and id <> $3 and used_by is null and expires_at > $4 returning id`,
      [district, appeal, id, at],
    );
    await this.cancel(tx, district, rows);
  }

  private cancel(tx: Transaction, district: number, links: readonly { readonly id: string }[]): Promise<void> {
    const ids = links.map(({ id }) => id);
    return this.queue.cancel(tx, district, SEND_LINK, ids);
  }
}
