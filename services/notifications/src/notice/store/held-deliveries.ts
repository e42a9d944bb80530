import { Injectable } from '@nestjs/common';
import type { HeldReason, NoticeKind } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import { LINK_LETTER } from '../../letters/store/link-letters.js';
import type { SentWay } from '../domain/notice.decide.js';

/**
 * A notice that does not leave by itself. RESTORED: it had not left at the moment to which the database was restored, and may have left
 * afterwards. NO_PAPER: its sheet could not be made so far; it leaves once that succeeds.
 */
export interface HeldDelivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly cause: string;
  /** Of the registration; of the receipt until then. */
  readonly number: string;
  readonly kind: NoticeKind;
  readonly way: SentWay;
  readonly reason: HeldReason;
  /** Of the notice's stream. */
  readonly version: number;
  /** When it would have gone next, ISO 8601 UTC. */
  readonly since: string;
}

/** Notices that the service would send by itself, and must not: after a restore, or without their sheet. */
@Injectable()
export class HeldDeliveries {
  /**
   * Answers how many are held now. Links in place of lost codes are over: they are asked for again. What waits for a person anyhow is
   * left to him.
   */
  async hold(tx: Transaction, district: number): Promise<number> {
    await tx.query('delete from notifications.work where district = $1 and kind = $2', [district, LINK_LETTER]);
    const { rowCount } = await tx.query(
      `update notifications.delivery set attention = 'RESTORED', claimed_until = null
       where district = $1 and state = 'PENDING' and way in ('EMAIL', 'THREAD', 'DIRECT', 'OPEN311')
         and (attention is null or attention = 'NO_PAPER')`,
      [district],
    );
    return rowCount ?? 0;
  }

  /** For whatever reason, the oldest first; all of them where no limit is given. */
  async held(tx: Transaction, district: number, limit?: number): Promise<readonly HeldDelivery[]> {
    const { rows } = await tx.query<HeldDelivery>(
      `select d.district, d.notice, d.appeal, d.cause, coalesce(a.number, a.receipt) as number, d.kind, d.way, d.attention as reason, s.version,
         to_char(d.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
       from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       join notifications.stream s on s.district = d.district and s.id = d.notice
       where d.district = $1 and d.state = 'PENDING' and d.attention in ('RESTORED', 'NO_PAPER')
       order by d.next_at, d.notice limit $2`,
      [district, limit ?? null],
    );
    return rows;
  }

  /** By a restore: what waits for its sheet has not left, whatever a person says. */
  async isHeld(tx: Transaction, district: number, notice: string): Promise<boolean> {
    const { rowCount } = await tx.query(
      `select from notifications.delivery
       where district = $1 and notice = $2 and state = 'PENDING' and attention = 'RESTORED'`,
      [district, notice],
    );
    return rowCount === 1;
  }

  /** What a restore holds back goes as if nothing had been. */
  async release(tx: Transaction, district: number, notice: string): Promise<void> {
    await tx.query(
      `update notifications.delivery set attention = null, attempts = 0, begun_at = null, next_at = clock_timestamp()
       where district = $1 and notice = $2 and attention = 'RESTORED'`,
      [district, notice],
    );
  }
}
