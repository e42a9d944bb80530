import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { Pool } from 'pg';
import { LETTER, TRACE } from '../../notice/store/letter-columns.js';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';
import type { NetworkSource } from './network-sources.js';
import type { NetworkWay } from './network-parts.js';

export type Attention = 'UNKNOWN' | 'HELD' | 'BY_HAND';

/** A notice that goes by a network, claimed for one attempt. */
export interface PendingMessage extends UnsentLetter, Omit<NetworkSource, 'blockedAt'> {
  readonly way: NetworkWay;
  readonly person: string;
  /** The public words in place of the whole text. */
  readonly words: Sealed | null;
  readonly attempts: number;
  /** Since the first attempt, ms. */
  readonly triedFor: number;
  /** Of what led to the notice, or of the attempt's span. */
  readonly traceparent: string | null;
}

/** A notice that waits for a person. */
export interface WaitingNotice extends Pick<NetworkSource, 'network' | 'account' | 'sourceKind' | 'ref'> {
  readonly notice: string;
  readonly appeal: string;
  readonly number: string;
  readonly way: NetworkWay;
  readonly attention: Attention;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** Of the delivery `d`. */
const byNetwork = (d: string) => `${d}.state = 'PENDING' and ${d}.way in ('THREAD', 'DIRECT')`;
const BY_NETWORK = byNetwork('d');
const MAX_WAITING = 500;

/** Notices that go by networks: the part of the to-do list that the dispatch of letters leaves alone. */
@Injectable()
export class NetworkQueue {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** Due messages of every district, of each appeal the first alone: they go in the order in which they were opened. */
  async due(limit: number): Promise<readonly DueNotice[]> {
    const { rows } = await this.worker.query<DueNotice>(
      `select district, notice from notifications.delivery d
       where ${BY_NETWORK} and attention is null and next_at <= clock_timestamp()
         and not exists (select from notifications.delivery e
           where e.district = d.district and e.appeal = d.appeal and ${byNetwork('e')} and e.added < d.added)
       order by next_at limit $1`,
      [limit],
    );
    return rows;
  }

  /** As `Deliveries.claim`. */
  async claim({ district, notice }: DueNotice, leaseMs: number): Promise<PendingMessage | undefined> {
    const { rows } = await this.database.scope(district).query<PendingMessage>(
      `update notifications.delivery d
       set attempts = d.attempts + 1, begun_at = coalesce(d.begun_at, clock_timestamp()),
         next_at = clock_timestamp() + $3 * interval '1 ms', claimed_until = clock_timestamp() + $3 * interval '1 ms'
       from notifications.applicant a, notifications.network_source s
       where d.district = $1 and d.notice = $2 and ${BY_NETWORK} and d.attention is null
         and d.next_at <= clock_timestamp() and a.district = d.district and a.appeal = d.appeal
         and s.district = d.district and s.appeal = d.appeal
       returning ${LETTER}, d.way, d.person, d.words, d.attempts, s.network, s.account, s.kind as "sourceKind", coalesce(d.ref, s.ref) as ref,
         s.heard_at as "heardAt", extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor",
         ${TRACE} as traceparent`,
      [district, notice, leaseMs],
    );
    return rows[0];
  }

  async postpone({ district, notice }: DueNotice, ms: number): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.delivery d set next_at = clock_timestamp() + $3 * interval '1 ms', claimed_until = null
       where district = $1 and notice = $2 and ${BY_NETWORK}`,
      [district, notice, ms],
    );
  }

  /** Nothing of the account goes for so long. */
  async pause(district: number, account: string, ms: number): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.delivery d set next_at = greatest(next_at, clock_timestamp() + $3 * interval '1 ms'),
         claimed_until = null
       from notifications.network_source s
       where d.district = $1 and s.district = $1 and s.account = $2 and s.appeal = d.appeal and ${BY_NETWORK}
         and coalesce(d.claimed_until < clock_timestamp(), true)`,
      [district, account, ms],
    );
  }

  /** It waits for a person; null: it goes on at once. Without `tx`: in a transaction of its own. */
  async wait({ district, notice }: DueNotice, attention: Attention | null, tx?: Transaction): Promise<void> {
    await (tx ?? this.database.scope(district)).query(
      `update notifications.delivery d set attention = $3, next_at = clock_timestamp(), claimed_until = null
       where district = $1 and notice = $2 and ${BY_NETWORK}`,
      [district, notice, attention],
    );
  }

  /** Keeps the public words; it goes on at once. */
  async say({ district, notice }: DueNotice, words: Sealed): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.delivery d set words = $3, attention = null, next_at = clock_timestamp()
       where district = $1 and notice = $2 and ${BY_NETWORK}`,
      [district, notice, words],
    );
  }

  /** Of the district, the oldest first. */
  async waiting(tx: Transaction, district: number): Promise<readonly WaitingNotice[]> {
    const { rows } = await tx.query<WaitingNotice>(
      `select d.notice, d.appeal, coalesce(a.number, a.receipt) as number, d.way, d.attention, s.network, s.account,
         s.kind as "sourceKind", coalesce(d.ref, s.ref) as ref,
         to_char(d.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
       from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       join notifications.network_source s on s.district = d.district and s.appeal = d.appeal
       where d.district = $1 and ${BY_NETWORK} and d.attention in ('UNKNOWN', 'HELD', 'BY_HAND')
       order by d.next_at limit ${MAX_WAITING}`,
      [district],
    );
    return rows;
  }

  /** Where the appeal of the notice came from. */
  async networkOf(tx: Transaction, district: number, notice: string): Promise<string | undefined> {
    const { rows } = await tx.query<{ readonly network: string }>(
      `select s.network from notifications.delivery d
       join notifications.network_source s on s.district = d.district and s.appeal = d.appeal
       where d.district = $1 and d.notice = $2`,
      [district, notice],
    );
    return rows[0]?.network;
  }

  async personOf(tx: Transaction, district: number, notice: string): Promise<string | undefined> {
    const { rows } = await tx.query<{ readonly person: string }>(
      'select person from notifications.delivery where district = $1 and notice = $2',
      [district, notice],
    );
    return rows[0]?.person;
  }
}
