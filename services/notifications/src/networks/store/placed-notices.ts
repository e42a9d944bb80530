import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';
import type { NetworkSource } from './network-sources.js';

export const PLACED_NOTICE = 'PLACED_NOTICE';

/** What the search for a notice holds; its key is the notice's id. */
export interface PlacedWork {
  /** How often it was not found. */
  readonly misses: number;
  /** ISO 8601. */
  readonly placedAt: string;
}

/** A notice that a person placed in a thread by hand, until it was sought there. */
export interface PlacedNotice
  extends Pick<UnsentLetter, 'district' | 'notice' | 'appeal' | 'cause'>, Pick<NetworkSource, 'account' | 'ref'> {
  /** The whole words, and since when they could stand there. */
  readonly text: Sealed;
  readonly since: string;
}

@Injectable()
export class PlacedNotices {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  async add(tx: Transaction, { district, notice }: DueNotice, placedAt: string, dueInMs: number): Promise<void> {
    const body: PlacedWork = { misses: 0, placedAt };
    await this.queue.add(tx, [{ district, kind: PLACED_NOTICE, key: notice, body, dueInMs }]);
  }

  /** Undefined where no place is stored, as for an erased person. */
  async of({ district, notice }: DueNotice): Promise<PlacedNotice | undefined> {
    const { rows } = await this.database.scope(district).query<PlacedNotice>(
      `select d.district, d.notice, d.appeal, d.cause, s.account, coalesce(d.ref, s.ref) as ref, t.text,
         to_char(t.claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
       from notifications.delivery d
       join notifications.network_source s on s.district = d.district and s.appeal = d.appeal
       join notifications.network_part t
         on t.district = d.district and t.notice = d.notice and t.way = 'THREAD' and t.part = 1
       where d.district = $1 and d.notice = $2`,
      [district, notice],
    );
    return rows[0];
  }
}
