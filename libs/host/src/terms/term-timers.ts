import { Inject, Injectable } from '@nestjs/common';
import { MAX_CLOCK_OFFSET_S, type LocalDate } from '@otklik/kernel';
import { roleNames, rowSecurity, type Migration, type Transaction } from '@otklik/tenancy';
import type { Pool } from 'pg';
import { WORKER_POOL } from '../service/host-module.js';
import { ServiceIdentity } from '../service/service-identity.js';

/** A warning of a term that is to be given at `at` (ISO 8601 UTC). */
export interface TermTimer {
  readonly district: number;
  /** Whose term it is. */
  readonly stream: string;
  readonly appeal: string;
  readonly rule: string;
  readonly dueOn: LocalDate;
  /** Percent; 100: the term has ended. */
  readonly share: number;
  readonly at: string;
}

/** The table of a service that warns of its terms. */
export function termTimers(service: string): Migration {
  const { app, worker } = roleNames(service);
  return {
    name: '0110_term_timer',
    sql: `
      create table ${service}.term_timer (
        district int not null, stream uuid not null, appeal uuid not null, rule text not null, due_on text not null,
        share int not null, fires_at timestamptz not null,
        primary key (district, stream, rule, share));
      create index on ${service}.term_timer (fires_at);
      grant select, insert, update, delete on ${service}.term_timer to ${app}, ${worker};
      ${rowSecurity(service, 'term_timer')}`,
  };
}

/** The due instants of warnings, kept by the service that owns the terms. */
@Injectable()
export class TermTimers {
  private readonly table: string;

  constructor(
    { name }: ServiceIdentity,
    @Inject(WORKER_POOL) private readonly worker: Pool,
  ) {
    this.table = `${name}.term_timer`;
  }

  /** In place of those of an earlier term of the same rule; of one that comes twice the last counts. */
  async set(tx: Transaction, given: readonly TermTimer[]): Promise<void> {
    const timers = [...new Map(given.map((timer) => [nameOf(timer), timer])).values()];
    await tx.query(
      `insert into ${this.table} (district, stream, appeal, rule, due_on, share, fires_at)
       select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::timestamptz[])
       on conflict (district, stream, rule, share) do update set due_on = excluded.due_on, fires_at = excluded.fires_at`,
      [
        timers.map(({ district }) => district),
        timers.map(({ stream }) => stream),
        timers.map(({ appeal }) => appeal),
        timers.map(({ rule }) => rule),
        timers.map(({ dueOn }) => dueOn),
        timers.map(({ share }) => share),
        timers.map(({ at }) => at),
      ],
    );
  }

  /**
   * Of all districts, the earliest first. That a term has passed is recorded for good: none is due while the clocks of this machine
   * and of the database differ.
   */
  async due(at: string, limit: number): Promise<readonly TermTimer[]> {
    const { rows } = await this.worker.query<Omit<TermTimer, 'at'> & { readonly at: Date }>(
      `select district, stream, appeal, rule, due_on as "dueOn", share, fires_at as at from ${this.table}
       where fires_at <= $1 and abs(extract(epoch from clock_timestamp()) - $3::float8) < ${MAX_CLOCK_OFFSET_S}
       order by fires_at limit $2`,
      [at, limit, Date.now() / 1000],
    );
    return rows.map(({ at: firesAt, ...timer }) => ({ ...timer, at: firesAt.toISOString() }));
  }

  /** Those of a district that are not another copy's, and were not set anew meanwhile. */
  async take(tx: Transaction, district: number, timers: readonly TermTimer[]): Promise<readonly TermTimer[]> {
    const { rows } = await tx.query<Pick<TermTimer, 'stream' | 'rule' | 'share'>>(
      `delete from ${this.table} t
       using unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[]) as due(stream, rule, share, fires_at)
       where t.district = $1 and t.stream = due.stream and t.rule = due.rule and t.share = due.share
         and t.fires_at = due.fires_at
       returning t.stream, t.rule, t.share`,
      [
        district,
        timers.map(({ stream }) => stream),
        timers.map(({ rule }) => rule),
        timers.map(({ share }) => share),
        timers.map(({ at }) => at),
      ],
    );
    const taken = new Set(rows.map(nameOf));
    return timers.filter((timer) => taken.has(nameOf(timer)));
  }
}

function nameOf({ stream, rule, share }: Pick<TermTimer, 'stream' | 'rule' | 'share'>): string {
  return `${stream} ${rule} ${share}`;
}
