import { Injectable } from '@nestjs/common';
import type { WebhookDeliveryState, WebhookPause } from '@otklik/contracts/enumerations';
import type { EventType } from '@otklik/contracts/generated/graphql';
import { compact } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';

/** An external server that is notified of facts of its district. Times are ISO 8601 UTC. */
export interface Webhook {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  /** Empty: every type. */
  readonly types: readonly EventType[];
  readonly description: string;
  /** `WebhookSecrets`, sealed for this webhook. */
  readonly sealed: string;
  readonly secretSetAt: string;
}

/** As administrators see it. */
export interface WebhookStanding extends Webhook {
  readonly addedAt: string;
  readonly formerUntil: string | null;
  readonly pausedBecause: WebhookPause | null;
  readonly pausedAt: string | null;
  readonly failingSince: string | null;
  readonly lastFailure: string | null;
  readonly sentAt: string | null;
  readonly waiting: number;
  readonly failed: number;
  readonly keptSince: string | null;
}

export type WebhookAct = 'ADDED' | 'CHANGED' | 'SECRET_RENEWED' | 'PAUSED' | 'RESUMED' | 'REMOVED' | 'REPLAYED';

/** What an administrator did; kept for ever, without a secret. */
export interface WebhookRecord {
  readonly command: string;
  readonly fingerprint: string;
  readonly webhook: string;
  readonly act: WebhookAct;
  readonly at: string;
  /** The official's id. */
  readonly by: string;
  readonly url: string;
  /** How many facts are sent again. */
  readonly replayed?: number;
}

export interface ListedDelivery {
  readonly id: string;
  readonly type: EventType;
  readonly appeal: string;
  readonly at: string;
  readonly state: WebhookDeliveryState;
  readonly attempts: number;
  readonly outcome: string | null;
  readonly triedAt: string | null;
  readonly nextAt: string | null;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

const MAX_LISTED = 50;

/** ISO 8601 UTC, as the schema's DateTime. */
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const WEBHOOK = `w.id, w.version, w.url, w.types, w.description, w.sealed, ${iso('w.secret_set_at')} as "secretSetAt"`;
const STANDING = `
  select ${WEBHOOK}, ${iso('w.added_at')} as "addedAt", w.paused as "pausedBecause", ${iso('w.paused_at')} as "pausedAt",
    ${iso('w.failing_since')} as "failingSince", w.last_failure as "lastFailure", ${iso('w.sent_at')} as "sentAt",
    ${iso('w.former_until')} as "formerUntil", d.waiting, d.failed, ${iso('k.since')} as "keptSince"
  from notifications.webhook w
  cross join lateral (
    select count(*) filter (where state = 'WAITING')::int as waiting,
      count(*) filter (where state = 'FAILED')::int as failed
    from notifications.webhook_delivery where district = w.district and webhook = w.id) d
  cross join (select min(at) as since from notifications.webhook_fact where district = $1) k
  where w.district = $1`;
const HERE = 'district = $1 and id = $2 and removed_at is null';

/** The webhooks of a district. */
@Injectable()
export class Webhooks {
  constructor(private readonly database: Database) {}

  /** Serialises the changes of the district's webhooks until the transaction ends. */
  async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('notifications.webhook'), $1)`, [district]);
  }

  async recordOf(tx: Transaction, district: number, command: string): Promise<WebhookRecord | undefined> {
    const { rows } = await tx.query<WebhookRecord & { readonly replayed: number | null }>(
      `select command, fingerprint, webhook, act, ${iso('at')} as at, by, url, replayed
       from notifications.webhook_act where district = $1 and command = $2`,
      [district, command],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { replayed, ...record } = row;
    return { ...record, ...compact({ replayed: replayed ?? undefined }) };
  }

  async record(tx: Transaction, district: number, record: WebhookRecord): Promise<void> {
    const { command, fingerprint, webhook, act, at, by, url, replayed } = record;
    await tx.query(
      `insert into notifications.webhook_act (district, command, fingerprint, webhook, act, at, by, url, replayed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [district, command, fingerprint, webhook, act, at, by, url, replayed ?? null],
    );
  }

  /** Of those that are not removed. */
  async count(tx: Transaction, district: number): Promise<number> {
    const { rows } = await tx.query<{ readonly count: number }>(
      'select count(*)::int as count from notifications.webhook where district = $1 and removed_at is null',
      [district],
    );
    return rows[0]!.count;
  }

  async find(tx: Transaction, district: number, id: string): Promise<Webhook | undefined> {
    const { rows } = await tx.query<Webhook>(
      `select ${WEBHOOK} from notifications.webhook w where w.district = $1 and w.id = $2 and w.removed_at is null`,
      [district, id],
    );
    return rows[0];
  }

  async add(tx: Transaction, district: number, webhook: Webhook): Promise<void> {
    const { id, version, url, types, description, sealed, secretSetAt } = webhook;
    await tx.query(
      `insert into notifications.webhook (district, id, version, url, types, description, sealed, secret_set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [district, id, version, url, types, description, sealed, secretSetAt],
    );
  }

  /** The next version. `formerUntil`: until when the former secret holds. */
  async change(tx: Transaction, district: number, webhook: Webhook, formerUntil: string | null): Promise<void> {
    const { id, version, url, types, description, sealed, secretSetAt } = webhook;
    await tx.query(
      `update notifications.webhook set version = $3, url = $4, types = $5, description = $6, sealed = $7,
         secret_set_at = $8, former_until = $9
       where ${HERE}`,
      [district, id, version + 1, url, types, description, sealed, secretSetAt, formerUntil],
    );
  }

  async pause(tx: Transaction, district: number, id: string, because: WebhookPause): Promise<void> {
    await tx.query(
      `update notifications.webhook set paused = $3, paused_at = clock_timestamp() where ${HERE} and paused is null`,
      [district, id, because],
    );
  }

  /** What waits is due at once, and nothing of the past failures counts. */
  async resume(tx: Transaction, district: number, id: string): Promise<void> {
    await tx.query(
      `update notifications.webhook set paused = null, paused_at = null, failures = 0, failing_since = null,
         rest_until = clock_timestamp()
       where ${HERE}`,
      [district, id],
    );
    await tx.query(
      `update notifications.webhook_delivery set next_at = clock_timestamp(), attempts = 0
       where district = $1 and webhook = $2 and state = 'WAITING' and coalesce(claimed_until < clock_timestamp(), true)`,
      [district, id],
    );
  }

  /** With what waits, and its secret. */
  async remove(tx: Transaction, district: number, id: string): Promise<void> {
    await tx.query('delete from notifications.webhook_delivery where district = $1 and webhook = $2', [district, id]);
    await tx.query(
      `update notifications.webhook set removed_at = clock_timestamp(), version = version + 1, sealed = '',
         former_until = null
       where ${HERE}`,
      [district, id],
    );
  }

  /** Answers how many facts are sent again. */
  async replay(tx: Transaction, district: number, id: string, { from, to }: Period): Promise<number> {
    const { rowCount } = await tx.query(
      `insert into notifications.webhook_delivery as d (district, webhook, fact, seq, appeal)
       select f.district, w.id, f.id, f.seq, f.appeal
       from notifications.webhook w
       join notifications.webhook_fact f on f.district = w.district and (w.types = '{}' or f.type = any(w.types))
       where w.district = $1 and w.id = $2 and f.at >= $3 and f.at < $4
       on conflict (district, webhook, fact) do update
         set state = 'WAITING', attempts = 0, next_at = clock_timestamp(), claimed_until = null
       where d.state <> 'WAITING'`,
      [district, id, from, to],
    );
    return rowCount ?? 0;
  }

  /** Without those that are removed, the oldest first. */
  async all(district: number): Promise<readonly WebhookStanding[]> {
    const { rows } = await this.database
      .scope(district)
      .query<WebhookStanding>(`${STANDING} and w.removed_at is null order by w.added_at, w.id`, [district]);
    return rows;
  }

  /** Also one that is removed. */
  async one(district: number, id: string): Promise<WebhookStanding | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<WebhookStanding>(`${STANDING} and w.id = $2`, [district, id]);
    return rows[0];
  }

  async deliveries(
    district: number,
    id: string,
    state?: WebhookDeliveryState,
  ): Promise<readonly ListedDelivery[] | undefined> {
    return this.database.scope(district).transaction(async (tx) => {
      if (!(await this.find(tx, district, id))) return undefined;
      const { rows } = await tx.query<ListedDelivery>(
        `select f.id, f.type, f.appeal, ${iso('f.at')} as at, d.state, d.attempts, d.outcome,
           ${iso('d.tried_at')} as "triedAt", case when d.state = 'WAITING' and w.paused is null then ${iso('d.next_at')} end as "nextAt"
         from notifications.webhook_delivery d
         join notifications.webhook w on w.district = d.district and w.id = d.webhook
         join notifications.webhook_fact f on f.district = d.district and f.id = d.fact
         where d.district = $1 and d.webhook = $2 and ($3::text is null or d.state = $3)
         order by d.seq desc limit ${MAX_LISTED}`,
        [district, id, state ?? null],
      );
      return rows;
    });
  }
}
