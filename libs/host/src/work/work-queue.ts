import { Inject, Injectable } from '@nestjs/common';
import { MAX_CLOCK_OFFSET_S } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { WORKER_POOL } from '../service/worker-pool.js';
import { ServiceIdentity } from '../service/service-identity.js';
import type { WorkName } from './work-kinds.js';

export interface WorkKey {
  readonly district: number;
  readonly kind: WorkName;
  /** Unique in the district and kind. */
  readonly key: string;
}

export interface Work<Body extends object> extends WorkKey {
  /** JSON without personal data. */
  readonly body: Body;
  /** ISO 8601; at once when absent, or after `dueInMs` by the clock of the database. */
  readonly dueAt?: string;
  readonly dueInMs?: number;
}

/** Claimed for one attempt, which is worth nothing once its lease is lost. */
export interface ClaimedWork<Body extends object> extends WorkKey {
  readonly body: Body;
  /** With this one. */
  readonly attempts: number;
  readonly lease: string;
}

export interface Claim {
  readonly limit: number;
  /**
   * ISO 8601: what is due by this clock, not by the database's. Of work that records permanently that time has passed; none is due
   * while the clocks of this machine and of the database differ.
   */
  readonly asOf?: string | undefined;
}

/** The lease ended and another copy has the work, or it was cancelled or replaced meanwhile: this attempt must leave no trace. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor({ kind, key }: WorkKey) {
    super(`the lease of ${kind} ${key} is lost`);
  }
}

/** The work table of a service (`workTable`): set, cancelled and claimed in sets, finished in the transaction of its outcome. */
@Injectable()
export class WorkQueue {
  private readonly table: string;

  constructor(
    { name }: ServiceIdentity,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {
    this.table = `${name}.work`;
  }

  /** In the transaction of their cause. What is there under the same key stays as it is. */
  async add(tx: Transaction, works: readonly Work<object>[]): Promise<void> {
    await this.insert(tx, works, 'nothing');
  }

  /** As `add`, in place of what is there under the same key: an attempt of it that is under way loses its lease. Of several the last. */
  async set(tx: Transaction, works: readonly Work<object>[]): Promise<void> {
    const replaced = 'update set due_at = excluded.due_at, attempts = 0, lease = null, body = excluded.body';
    await this.insert(tx, [...new Map(works.map((work) => [nameOf(work), work])).values()], replaced);
  }

  /** An attempt that is under way loses its lease. */
  async cancel(tx: Transaction, district: number, kind: WorkName, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const statement = `delete from ${this.table} where district = $1 and kind = $2 and key = any($3)`;
    await tx.query(statement, [district, kind, keys]);
  }

  /** Due work of every district, the longest due first, by a lease of `leaseMs`. One statement, also where there is none. */
  async claim<Body extends object>(
    kind: WorkName,
    { leaseMs, ...which }: Claim & { readonly leaseMs: number },
  ): Promise<readonly ClaimedWork<Body>[]> {
    const { rows } = await this.worker.query<ClaimedWork<Body>>({
      name: `claim_${this.table}`,
      text: `
        with due as (select w.district, w.kind, w.key, w.due_at from ${this.table} w where ${DUE} for update skip locked),
        claimed as (
          update ${this.table} w
          set due_at = coalesce($3, clock_timestamp()) + $5 * interval '1 ms', attempts = w.attempts + 1,
            lease = gen_random_uuid()
          from due d where w.district = d.district and w.kind = d.kind and w.key = d.key
          returning w.district, w.kind, w.key, w.body, w.attempts, w.lease, d.due_at)
        select district, kind, key, body, attempts, lease from claimed order by due_at`,
      values: [...dueOf(kind, which), leaseMs],
    });
    return rows;
  }

  /** As `claim` without a lease, for work that one transaction does: of two copies that look, one takes it. */
  async look<Body extends object>(kind: WorkName, which: Claim): Promise<readonly ClaimedWork<Body>[]> {
    const { rows } = await this.worker.query<ClaimedWork<Body>>({
      name: `look_${this.table}`,
      text: `select w.district, w.kind, w.key, w.body, w.attempts + 1 as attempts, ${TOKEN} as lease
        from ${this.table} w where ${DUE}`,
      values: dueOf(kind, which),
    });
    return rows;
  }

  /** In the transaction of the outcome. Throws `LeaseLost`, which rolls the outcome back. */
  async finish(tx: Transaction, work: ClaimedWork<object>): Promise<void> {
    const { rowCount } = await tx.query(`delete from ${this.table} where ${LEASED}`, leaseOf(work));
    if (rowCount !== 1) throw new LeaseLost(work);
  }

  /** For an outcome that leaves the work to others, as to a trigger. Throws `LeaseLost`, which rolls the outcome back. */
  async assertLeased(tx: Transaction, work: ClaimedWork<object>): Promise<void> {
    const { rowCount } = await tx.query(`select from ${this.table} where ${LEASED} for update`, leaseOf(work));
    if (rowCount !== 1) throw new LeaseLost(work);
  }

  /** As `finish`, in sets: returns the work whose lease is still held. The rest must have no effect. */
  async take<Body extends object>(
    tx: Transaction,
    works: readonly ClaimedWork<Body>[],
  ): Promise<readonly ClaimedWork<Body>[]> {
    const { rows } = await tx.query<WorkKey>(
      `delete from ${this.table} w
       using unnest($1::int[], $2::text[], $3::text[], $4::text[]) as mine(of, of_kind, of_key, token)
       where w.district = mine.of and w.kind = mine.of_kind and w.key = mine.of_key and ${TOKEN} = mine.token
       returning w.district, w.kind, w.key`,
      [
        works.map(({ district }) => district),
        works.map(({ kind }) => kind),
        works.map(({ key }) => key),
        works.map(({ lease }) => lease),
      ],
    );
    const taken = new Set(rows.map(nameOf));
    return works.filter((work) => taken.has(nameOf(work)));
  }

  /** Of work without a transaction of its own: it was done, or is given up. False when the lease is lost. */
  async remove(work: ClaimedWork<object>): Promise<boolean> {
    const { rowCount } = await this.worker.query(`delete from ${this.table} where ${LEASED}`, leaseOf(work));
    return rowCount === 1;
  }

  /** Due again in `afterMs`, with another body where one is given. False when the lease is lost. */
  async again(work: ClaimedWork<object>, afterMs: number, body?: object): Promise<boolean> {
    const { rowCount } = await this.worker.query(
      `update ${this.table}
       set due_at = clock_timestamp() + $5 * interval '1 ms', lease = null, attempts = $7, body = coalesce($6::jsonb, body)
       where ${LEASED}`,
      [...leaseOf(work), afterMs, body === undefined ? null : JSON.stringify(body), work.attempts],
    );
    return rowCount === 1;
  }

  private async insert(tx: Transaction, works: readonly Work<object>[], conflict: string): Promise<void> {
    if (works.length === 0) return;
    await tx.query(
      `insert into ${this.table} (district, kind, key, due_at, body)
       select district, kind, key, coalesce(due_at, clock_timestamp() + due_in * interval '1 ms'), body
       from unnest($1::int[], $2::text[], $3::text[], $4::timestamptz[], $5::jsonb[], $6::float8[])
         as w(district, kind, key, due_at, body, due_in)
       on conflict (district, kind, key) do ${conflict}`,
      [
        works.map(({ district }) => district),
        works.map(({ kind }) => kind),
        works.map(({ key }) => key),
        works.map(({ dueAt }) => dueAt ?? null),
        works.map(({ body }) => JSON.stringify(body)),
        works.map(({ dueInMs = 0 }) => dueInMs),
      ],
    );
  }
}

/** Of work that is due: `dueOf`. */
const DUE = `w.kind = $1 and w.due_at <= coalesce($3::timestamptz, statement_timestamp())
  and ($3 is null or abs(extract(epoch from clock_timestamp()) - $4::float8) < ${MAX_CLOCK_OFFSET_S})
  order by w.due_at limit $2`;

function dueOf(kind: WorkName, { limit, asOf }: Claim): unknown[] {
  return [kind, limit, asOf ?? null, Date.now() / 1_000];
}

/** The lease; of work that was looked at, its time, which changes when it is claimed, set or put off. */
const TOKEN = 'coalesce(lease::text, extract(epoch from due_at)::text)';

const LEASED = `district = $1 and kind = $2 and key = $3 and ${TOKEN} = $4`;

function nameOf({ district, kind, key }: WorkKey): string {
  return `${district} ${kind} ${key}`;
}

function leaseOf({ district, kind, key, lease }: ClaimedWork<object>): unknown[] {
  return [district, kind, key, lease];
}
