import { Inject, Injectable } from '@nestjs/common';
import { WORKER_POOL } from '@otklik/host';
import type { Problem } from '@otklik/networks';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';

/** How far an account was read, and what is wrong with it. */
export interface Listening extends Place {
  /** Since when it is listened to, ISO 8601. */
  readonly since: string;
  /** Where the next reading begins; null before the first. */
  readonly position: string | null;
  /** Subscription, rights and token were not looked at for some minutes. */
  readonly isToBeLookedAt: boolean;
}

export interface Looked {
  readonly problems: readonly Problem[];
  /** A problem that was found and mended. */
  readonly isRepaired: boolean;
}

export interface Place {
  readonly district: number;
  readonly account: string;
}

const LOOK_EVERY = '5 minutes';
/** A row that changed a moment ago says enough. */
const HEARD_EVERY = '5 seconds';

/** While it is held it is due when its lease ends: another time was set meanwhile by who asked for a look. */
const NOT_ASKED_FOR = 'next_at = leased_until';

/** What is known of listening, an account a row. */
@Injectable()
export class Listenings {
  constructor(
    private readonly database: Database,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {}

  /** New accounts are listened to from now on, others go. `atOnce`: all are read again now. */
  async tend(accounts: readonly Place[], atOnce: boolean): Promise<void> {
    const given = [accounts.map(({ district }) => district), accounts.map(({ account }) => account)];
    await this.worker.query(
      `with given as (select * from unnest($1::int[], $2::uuid[]) as g (district, account)),
        gone as (delete from intake.listening l where not exists (
          select from given g where g.district = l.district and g.account = l.account)),
        known as (
          update intake.listening l set next_at = now(), looked_at = null from given g
          where $3 and g.district = l.district and g.account = l.account)
      insert into intake.listening (district, account, since, next_at)
      select district, account, now(), now() from given on conflict do nothing`,
      [...given, atOnce],
    );
  }

  /** Accounts to be read again, each for one process at a time. */
  async claim(limit: number, leaseMs: number): Promise<readonly Listening[]> {
    const { rows } = await this.worker.query<Omit<Listening, 'since'> & { readonly since: Date }>(
      `with due as (
          select district, account from intake.listening
          where next_at <= now() and (leased_until is null or leased_until < now())
          order by next_at limit $1 for update skip locked)
        update intake.listening l set leased_until = now() + $2 * interval '1 millisecond',
          next_at = now() + $2 * interval '1 millisecond'
        from due where l.district = due.district and l.account = due.account
        returning l.district, l.account, l.since, l.position,
          (l.looked_at is null or l.looked_at < now() - interval '${LOOK_EVERY}') as "isToBeLookedAt"`,
      [limit, leaseMs],
    );
    return rows.map(({ since, ...one }) => ({ ...one, since: since.toISOString() }));
  }

  /** Everything up to `position` was read; the account is kept for so many milliseconds more. */
  async advance(tx: Transaction, { district, account }: Place, position: string, leaseMs: number): Promise<void> {
    await tx.query(
      `update intake.listening set position = $3, read_at = now(),
          next_at = case when ${NOT_ASKED_FOR} then now() + $4 * interval '1 millisecond' else next_at end,
          leased_until = now() + $4 * interval '1 millisecond'
        where district = $1 and account = $2`,
      [district, account, position, leaseMs],
    );
  }

  async looked({ district, account }: Place, { problems, isRepaired }: Looked): Promise<void> {
    await this.database.scope(district).query(
      `update intake.listening set problems = $3,
          looked_at = case when leased_until is null or ${NOT_ASKED_FOR} then now() end,
          repaired_at = case when $4 then now() else repaired_at end
        where district = $1 and account = $2`,
      [district, account, problems, isRepaired],
    );
  }

  /** It is read again in so many milliseconds. */
  async release({ district, account }: Place, inMs: number): Promise<void> {
    await this.database.scope(district).query(
      `update intake.listening set leased_until = null,
          next_at = case when ${NOT_ASKED_FOR} then now() + $3 * interval '1 millisecond' else next_at end
        where district = $1 and account = $2`,
      [district, account, inMs],
    );
  }

  /** The account reported a fault: it is checked now. */
  async lookAtOnce(tx: Transaction, { district, account }: Place): Promise<void> {
    await tx.query(
      `update intake.listening set looked_at = null, next_at = now() where district = $1 and account = $2`,
      [district, account],
    );
  }

  /** Something was delivered by these. */
  async heardOf(tx: Transaction, district: number, accounts: readonly string[]): Promise<void> {
    await tx.query(
      `update intake.listening set heard_at = now() where district = $1 and account = any($2)
        and (heard_at is null or heard_at < now() - interval '${HEARD_EVERY}')`,
      [district, accounts],
    );
  }
}
