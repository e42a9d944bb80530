import { Inject, Injectable } from '@nestjs/common';
import type { ReactionTarget } from '@otklik/contracts/enumerations';
import { WORKER_POOL } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { together } from '../../together.js';
import type { Counts } from '../domain/counts.js';
import type { Place } from './listening.js';

/** A message, or a post, whose reactions are counted. */
export interface CountedMessage extends Place {
  /** As in `source`: of a post, the thread. */
  readonly message: string;
  /** JSON of the network's own ids, sealed. */
  readonly sealed: string;
}

/** For which appeal, and what it is to that. */
export interface CountedFor {
  readonly appeal: string;
  readonly target: ReactionTarget;
}

export interface Watched extends CountedMessage, CountedFor {
  /** From when its age is counted, ISO 8601 UTC. */
  readonly since: string;
  /** Counted first in so many milliseconds; null: when the network tells its counts. */
  readonly inMs: number | null;
}

export interface DueMessage extends CountedMessage {
  /** From when its age is counted, ISO 8601 UTC. */
  readonly since: string;
  /** Number of consecutive empty answers of the network. */
  readonly misses: number;
  /** The network reported a reaction. */
  readonly isHinted: boolean;
  /** The last count that it pushed. */
  readonly told: Counts | null;
}

/** What was recorded last for an appeal. */
export interface LastPushed {
  readonly counts: Counts;
  readonly recordedAt: string;
  /** When the network last returned the same. */
  readonly seenAt: string;
}

export interface Listener extends CountedFor {
  readonly last: LastPushed | null;
}

/** Times are ISO 8601 UTC: of the counts by the network's clock, and of when we got them. */
export interface PushedCounts {
  readonly counts: Counts;
  readonly at: string;
  readonly heardAt: string;
}

/** Likes come in crowds: one look a moment later counts them all, and the next one waits for a twentieth of the age. */
const SOON = '2 seconds';
const AT_MOST_EVERY = '10 seconds';
const SOON_AND_RARELY = (at: string) =>
  `greatest(now() + interval '${SOON}', c.asked_at + greatest(interval '${AT_MOST_EVERY}', (${at}::timestamptz - c.since) / 20))`;

const MAX_TOGETHER = 500;

/** A post that many comment on is written once, and in one order everywhere. */
const WATCH = `
  with given as (
    select * from json_to_recordset($1) as g (district int, message uuid, account uuid, sealed text, since timestamptz,
      "inMs" float8, appeal uuid, target text)
  ), counted as (
    insert into intake.counted as c (district, message, account, sealed, since, due_at)
    select distinct on (district, message) district, message, account, sealed, since,
      now() + "inMs" * interval '1 millisecond'
    from given order by district, message
    on conflict (district, message) do update set since = excluded.since, due_at = least(c.due_at, excluded.due_at)
  )
  insert into intake.counted_for (district, message, appeal, target)
  select district, message, appeal, target from given order by district, message, appeal, target
  on conflict do nothing`;

/** Which messages are counted and when. A message that several appeals are about is asked for once. */
@Injectable()
export class Counted {
  private readonly watchTogether = together(async (watched: readonly Watched[]) => {
    const districts = [...new Set(watched.map(({ district }) => district))];
    const scope = this.database.scope(...(districts as [number, ...number[]]));
    await scope.query({ name: 'intake.watch-reactions', text: WATCH, values: [JSON.stringify(watched)] });
    return watched.map(() => undefined);
  }, MAX_TOGETHER);

  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /**
   * It is counted from now on, at its first age; known before, it is counted as often as a new one. Without `tx` in a
   * transaction that others share.
   */
  async watch(watched: Watched, tx?: Transaction): Promise<void> {
    if (tx) await tx.query(WATCH, [JSON.stringify([watched])]);
    else await this.watchTogether(watched);
  }

  /** Everything of the appeal is counted as often as if it were new: we have answered. */
  async again(tx: Transaction, district: number, appeal: string, at: string, inMs: number): Promise<void> {
    await tx.query(
      `update intake.counted c set since = $3, due_at = least(c.due_at, now() + $4 * interval '1 millisecond')
       from intake.counted_for f
       where f.district = $1 and f.appeal = $2 and c.district = f.district and c.message = f.message
         and c.due_at is not null`,
      [district, appeal, at, inMs],
    );
  }

  /** People reacted to these (places of messages, or threads): they are counted soon, the older the more rarely. */
  async hint(tx: Transaction, district: number, places: readonly string[], at: string): Promise<void> {
    await tx.query(
      `update intake.counted c set hinted_at = now(),
         due_at = least(c.due_at, ${SOON_AND_RARELY('$3')})
       where c.district = $1 and c.due_at is not null and c.message in (
         select unnest($2::uuid[])
         union select r.message from intake.heard_ref r where r.district = $1 and r.id = any($2::uuid[]))`,
      [district, places, at],
    );
  }

  /** The network pushed counts of this one; older counts change nothing. */
  async tell(tx: Transaction, district: number, place: string, { counts, at, heardAt }: PushedCounts): Promise<void> {
    await tx.query(
      `update intake.counted c set told = $3, told_at = $4, hinted_at = now(), due_at = ${SOON_AND_RARELY('$5')}
       where c.district = $1 and coalesce(c.told_at <= $4, true) and c.message in (
         select $2::uuid union select r.message from intake.heard_ref r where r.district = $1 and r.id = $2::uuid)`,
      [district, place, JSON.stringify(counts), at, heardAt],
    );
  }

  /** It was removed, or restored. */
  async stands(tx: Transaction, district: number, message: string, stands: boolean): Promise<void> {
    await tx.query(
      `update intake.counted set due_at = case when $3 then coalesce(due_at, now()) end
       where district = $1 and message = $2`,
      [district, message, stands],
    );
  }

  /** The appeal is a duplicate or spam, for which nothing is counted; or is so no more. */
  async hush(tx: Transaction, district: number, appeal: string, isHushed: boolean): Promise<void> {
    const { rows } = await tx.query<{ message: string }>(
      `update intake.counted_for set hushed = $3 where district = $1 and appeal = $2 and hushed <> $3 returning message`,
      [district, appeal, isHushed],
    );
    await tx.query(
      `update intake.counted c set due_at = case when exists (
           select from intake.counted_for f where f.district = c.district and f.message = c.message and not f.hushed)
         then coalesce(c.due_at, now()) end
       where c.district = $1 and c.message = any($2)`,
      [district, rows.map(({ message }) => message)],
    );
  }

  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    const { rows } = await tx.query<{ message: string }>(
      'delete from intake.counted_for where district = $1 and appeal = $2 returning message',
      [district, appeal],
    );
    await this.dropUnheard(
      tx,
      district,
      rows.map(({ message }) => message),
    );
  }

  /** Accounts with something to count, each for one process at a time, and none before its pace allows. */
  async claim(limit: number, leaseMs: number): Promise<readonly Place[]> {
    await this.worker.query(
      `insert into intake.count_pace (district, account, next_at)
       select district, account, now() from intake.counted where due_at <= now() group by 1, 2
       on conflict do nothing`,
    );
    const { rows } = await this.worker.query<Place>(
      `with due as (
         select p.district, p.account from intake.count_pace p
         where p.next_at <= now() and exists (
           select from intake.counted c
           where c.district = p.district and c.account = p.account and c.due_at <= now())
         order by p.next_at limit $1 for update skip locked)
       update intake.count_pace p set next_at = now() + $2 * interval '1 millisecond'
       from due where p.district = due.district and p.account = due.account
       returning p.district, p.account`,
      [limit, leaseMs],
    );
    return rows;
  }

  /** The account may be asked again in so many milliseconds. */
  async release({ district, account }: Place, inMs: number): Promise<void> {
    await this.database
      .scope(district)
      .query(
        `update intake.count_pace set next_at = now() + $3 * interval '1 millisecond' where district = $1 and account = $2`,
        [district, account, inMs],
      );
  }

  /** The longest due first. */
  async due({ district, account }: Place, limit: number): Promise<readonly DueMessage[]> {
    const { rows } = await this.database.scope(district).query<Omit<DueMessage, 'since'> & { readonly since: Date }>(
      `update intake.counted c set asked_at = now()
         from (select message, coalesce(hinted_at > coalesce(asked_at, '-infinity'), false) as hinted from intake.counted
           where district = $1 and account = $2 and due_at <= now() order by due_at, message limit $3) d
         where c.district = $1 and c.message = d.message
         returning c.district, c.account, c.message, c.sealed, c.since, c.misses, c.told, d.hinted as "isHinted"`,
      [district, account, limit],
    );
    return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
  }

  /** Those for which it is counted; their rows are locked. */
  async listeners(tx: Transaction, district: number, message: string): Promise<readonly Listener[]> {
    const { rows } = await tx.query<Listener>(
      `select appeal, target, last from intake.counted_for
       where district = $1 and message = $2 and not hushed order by appeal, target for update`,
      [district, message],
    );
    return rows;
  }

  async told(tx: Transaction, district: number, message: string, of: CountedFor, last: LastPushed): Promise<void> {
    await tx.query(
      `update intake.counted_for set last = $5 where district = $1 and message = $2 and appeal = $3 and target = $4`,
      [district, message, of.appeal, of.target, JSON.stringify(last)],
    );
  }

  /** It is counted for that appeal no more. */
  async leave(tx: Transaction, district: number, message: string, { appeal, target }: CountedFor): Promise<void> {
    await tx.query(
      'delete from intake.counted_for where district = $1 and message = $2 and appeal = $3 and target = $4',
      [district, message, appeal, target],
    );
    await this.dropUnheard(tx, district, [message]);
  }

  /**
   * It was asked for, and is so again in so many milliseconds; null: when the network tells its counts; without: never, and nothing
   * of it is kept.
   */
  async settle(
    { district, message }: CountedMessage,
    { inMs, misses }: { readonly inMs?: number | null; readonly misses: number },
  ): Promise<void> {
    if (inMs === undefined) return this.end(district, message);
    // What was removed or hushed meanwhile stays so; to what people reacted meanwhile it is asked for once more.
    await this.database.scope(district).query(
      `update intake.counted set misses = $4,
         due_at = case when due_at is null then null when hinted_at > asked_at then now() + interval '${AT_MOST_EVERY}'
           else now() + $3 * interval '1 millisecond' end
       where district = $1 and message = $2`,
      [district, message, inMs, misses],
    );
  }

  private async end(district: number, message: string): Promise<void> {
    await this.database.scope(district).transaction(async (tx) => {
      await tx.query('delete from intake.counted_for where district = $1 and message = $2', [district, message]);
      await this.dropUnheard(tx, district, [message]);
    });
  }

  private async dropUnheard(tx: Transaction, district: number, messages: readonly string[]): Promise<void> {
    await tx.query(
      `delete from intake.counted c where c.district = $1 and c.message = any($2)
         and not exists (select from intake.counted_for f where f.district = c.district and f.message = c.message)`,
      [district, messages],
    );
  }
}
