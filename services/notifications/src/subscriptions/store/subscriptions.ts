import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import type { LocalDate } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { publishedOn } from './published-answers.js';

/** Codes; empty: of every topic, of every place. */
export interface Subject {
  readonly topic: string;
  readonly settlement: string;
}

export interface AskedFor extends Subject {
  readonly id: string;
  /** Sealed for this id. */
  readonly address: string;
  readonly addressHash: string;
  /** The idempotency key. */
  readonly command: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The day of the consent, as the district has it. */
  readonly on: LocalDate;
}

export interface Addressee extends Subject {
  readonly address: string;
}

/** Claimed for the letter of a day. */
export interface ClaimedSubscription extends Addressee {
  readonly id: string;
  /** What was published after that is in the letter, ISO 8601 UTC. */
  readonly sentUntil: string;
}

/** Of letters that ask to confirm; its key is the subscription's id. */
export const CONFIRMATION = 'SUBSCRIPTION';

export const CONFIRM_WITHIN_HOURS = 48;
/** Of letters that ask an address to confirm, in a district and day, from how many senders ever. */
const MAX_LETTERS = 3;
/** Of an address in a district. */
const MAX_SUBSCRIPTIONS = 20;
const BATCH = 50;

/** Addresses that letters about published answers go to. Nothing of one that has ended is kept. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  /** A letter asks the address to confirm, unless it has, or has been asked too often. The caller does not learn which. */
  async ask(district: number, { id, addressHash, at, on, ...asked }: AskedFor): Promise<void> {
    await this.database.scope(district).transaction(async (tx) => {
      // Those of one address come one by one, so that its limit holds.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('subscription/' || $1, 0))`, [addressHash]);
      const { rows } = await tx.query<{ readonly id: string }>(
        `insert into notifications.subscription as s
           (district, id, address, address_hash, topic, settlement, command, asked_at, sent_until, consented_on)
         select $1, $2, $3, $4, $5, $6, $7, $8, $8, $9
         where (select coalesce(sum(letters), 0) from notifications.subscription
             where district = $1 and address_hash = $4 and asked_at > $8::timestamptz - interval '1 day') < ${MAX_LETTERS}
           and (select count(*) from notifications.subscription where district = $1 and address_hash = $4) < ${MAX_SUBSCRIPTIONS}
         on conflict (district, address_hash, topic, settlement) do update
           set asked_at = excluded.asked_at, letters = s.letters + 1, command = excluded.command,
             consented_on = excluded.consented_on
           where s.confirmed_at is null and s.command <> excluded.command
         returning id`,
        [district, id, asked.address, addressHash, asked.topic, asked.settlement, asked.command, at, on],
      );
      await this.queue.add(
        tx,
        rows.map(({ id: key }) => ({ district, kind: CONFIRMATION, key, body: {} })),
      );
    });
  }

  /** Undefined once it was confirmed, has ended, or waited too long. */
  async unconfirmed(district: number, id: string, at: string): Promise<Addressee | undefined> {
    const { rows } = await this.database.scope(district).query<Addressee>(
      `select address, topic, settlement from notifications.subscription
       where district = $1 and id = $2 and confirmed_at is null and ${WAITS}`,
      [district, id, at],
    );
    return rows[0];
  }

  /** What it is to; the same again once it was confirmed. Undefined where it has ended or waited too long. */
  async confirm(district: number, id: string, at: string): Promise<Subject | undefined> {
    const { rows } = await this.database.scope(district).query<Subject>(
      `update notifications.subscription
       set confirmed_at = coalesce(confirmed_at, $3), sent_until = case when confirmed_at is null then $3 else sent_until end
       where district = $1 and id = $2 and (confirmed_at is not null or ${WAITS})
       returning topic, settlement`,
      [district, id, at],
    );
    return rows[0];
  }

  /** Nothing of it is kept. False where there is none. */
  async end(district: number, id: string): Promise<boolean> {
    return this.database.scope(district).transaction(async (tx) => {
      await this.queue.cancel(tx, district, CONFIRMATION, [id]);
      return removed(tx, 'id = $2', [district, id]);
    });
  }

  /** Those that were not confirmed in time. */
  async sweep(district: number, at: string): Promise<void> {
    await this.database
      .scope(district)
      .transaction((tx) => removed(tx, `confirmed_at is null and not (${WAITS.replace('$3', '$2')})`, [district, at]));
  }

  /** To which something new was published, and no letter of the day was sent: some of them. */
  async due(district: number, day: LocalDate, at: string): Promise<readonly string[]> {
    const { rows } = await this.database.scope(district).query<{ readonly id: string }>(
      `select s.id from notifications.subscription s
       where s.district = $1 and ${isDue('s')}
         and exists (select ${publishedOn('s.topic', 's.settlement')}
           and a.district = s.district and a.published_at > s.sent_until and a.published_at <= $3)
       order by s.id limit ${BATCH}`,
      [district, day, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Committed before the letter is sent: no other process sends it. Undefined where another has it, or it has ended. */
  async claim(
    district: number,
    { id, day, at }: { readonly id: string; readonly day: LocalDate; readonly at: string },
  ): Promise<ClaimedSubscription | undefined> {
    const { rows } = await this.database.scope(district).query<ClaimedSubscription>(
      `with mine as (select id, sent_until from notifications.subscription s
         where s.district = $1 and s.id = $4 and ${isDue('s')} for update skip locked)
       update notifications.subscription s set sent_on = $2, sent_until = $3, next_at = null
       from mine where s.district = $1 and s.id = mine.id
       returning s.id, s.address, s.topic, s.settlement, to_json(mine.sent_until) #>> '{}' as "sentUntil"`,
      [district, day, at, id],
    );
    return rows[0];
  }

  /** The mail server did not take it: the same again from `until` on. */
  async postpone(district: number, { id, sentUntil }: ClaimedSubscription, until: string): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.subscription set sent_on = null, sent_until = $3, next_at = $4
       where district = $1 and id = $2`,
      [district, id, sentUntil, until],
    );
  }
}

/** `$3`: now. */
const WAITS = `asked_at > $3::timestamptz - interval '${CONFIRM_WITHIN_HOURS} hours'`;

/** `$2`: the day, `$3`: now. */
function isDue(of: string): string {
  return `${of}.confirmed_at is not null and (${of}.sent_on is null or ${of}.sent_on < $2)
    and (${of}.next_at is null or ${of}.next_at <= $3)`;
}

async function removed(tx: Transaction, which: string, values: readonly unknown[]): Promise<boolean> {
  const sql = `delete from notifications.subscription where district = $1 and ${which}`;
  return ((await tx.query(sql, [...values])).rowCount ?? 0) > 0;
}
