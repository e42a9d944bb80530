import { Injectable } from '@nestjs/common';
import type { ClaimedWork } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import { LETTER, TRACE } from '../../notice/store/letter-columns.js';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';
import type { NetworkSource } from './network-sources.js';
import type { NetworkWay } from './network-parts.js';

export type Attention = 'UNKNOWN' | 'HELD' | 'BY_HAND';

/** A notice that goes by a network, for one attempt. */
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

/** With the work of which this attempt is one. */
export interface AttemptedMessage extends PendingMessage {
  readonly attempt: ClaimedWork<object>;
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
const BY_NETWORK = `d.state = 'PENDING' and d.way in ('THREAD', 'DIRECT')`;
const MAX_WAITING = 500;

/** Notices that go by networks: the part of the to-do list that the dispatch of letters leaves alone. */
@Injectable()
export class NetworkQueue {
  constructor(private readonly database: Database) {}

  /** A message that waits, for an attempt. */
  async message({ district, notice }: DueNotice): Promise<PendingMessage | undefined> {
    const { rows } = await this.database.scope(district).query<PendingMessage>(
      `select ${LETTER}, d.way, d.person, d.words, d.attempts, s.network, s.account, s.kind as "sourceKind", coalesce(d.ref, s.ref) as ref,
         s.heard_at as "heardAt", extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor",
         ${TRACE} as traceparent
       from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       join notifications.network_source s on s.district = d.district and s.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and ${BY_NETWORK} and d.attention is null
         and not d.to_sign`,
      [district, notice],
    );
    return rows[0];
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
