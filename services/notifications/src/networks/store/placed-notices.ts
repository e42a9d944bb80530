import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { Pool } from 'pg';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';
import type { NetworkSource } from './network-sources.js';

/** A notice that a person placed in a thread by hand, until it was sought there. */
export interface PlacedNotice
  extends Pick<UnsentLetter, 'district' | 'notice' | 'appeal' | 'cause'>, Pick<NetworkSource, 'account' | 'ref'> {
  /** The whole words, and since when they could stand there. */
  readonly text: Sealed;
  readonly since: string;
  /** How often it was not found. */
  readonly misses: number;
  /** Since the first attempt, ms. */
  readonly soughtFor: number;
}

@Injectable()
export class PlacedNotices {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  async add(tx: Transaction, { district, notice }: DueNotice, inMs: number): Promise<void> {
    await tx.query(
      `insert into notifications.placed_notice (district, notice, next_at)
       values ($1, $2, clock_timestamp() + $3 * interval '1 ms') on conflict do nothing`,
      [district, notice, inMs],
    );
  }

  async due(limit: number): Promise<readonly DueNotice[]> {
    const { rows } = await this.worker.query<DueNotice>(
      `select district, notice from notifications.placed_notice where next_at <= clock_timestamp()
       order by next_at limit $1`,
      [limit],
    );
    return rows;
  }

  /** For `leaseMs` nobody else gets it. */
  async claim({ district, notice }: DueNotice, leaseMs: number): Promise<PlacedNotice | undefined> {
    const { rows } = await this.database.scope(district).query<PlacedNotice>(
      `update notifications.placed_notice p set next_at = clock_timestamp() + $3 * interval '1 ms'
       from notifications.delivery d, notifications.network_source s, notifications.network_part t
       where p.district = $1 and p.notice = $2 and p.next_at <= clock_timestamp()
         and d.district = p.district and d.notice = p.notice and s.district = d.district and s.appeal = d.appeal
         and t.district = p.district and t.notice = p.notice and t.way = 'THREAD' and t.part = 1
       returning p.district, p.notice, p.misses, d.appeal, d.cause, s.account, coalesce(d.ref, s.ref) as ref, t.text,
         to_char(t.claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since,
         extract(epoch from clock_timestamp() - p.added_at)::float8 * 1000 as "soughtFor"`,
      [district, notice, leaseMs],
    );
    return rows[0];
  }

  async again(
    { district, notice }: DueNotice,
    { inMs, misses }: { readonly inMs: number; readonly misses: number },
  ): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.placed_notice set misses = $3, next_at = clock_timestamp() + $4 * interval '1 ms'
       where district = $1 and notice = $2`,
      [district, notice, misses, inMs],
    );
  }

  async end({ district, notice }: DueNotice, tx?: Transaction): Promise<void> {
    await (tx ?? this.database.scope(district)).query(
      'delete from notifications.placed_notice where district = $1 and notice = $2',
      [district, notice],
    );
  }
}
