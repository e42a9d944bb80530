import { Injectable } from '@nestjs/common';
import type { Regime } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { COURT_TERM_MONTHS, type RetentionTerm } from '../../appeal/domain/retention.js';

export type TermsByRegime = Readonly<Record<Regime, RetentionTerm>>;

export interface KeptCase {
  readonly regime: Regime;
  /** Undefined while the case is open. */
  readonly endedOn: LocalDate | undefined;
  readonly held: boolean;
}

/** Measures that the answer to a question promised. */
export interface PromiseStanding {
  readonly district: number;
  readonly appeal: string;
  readonly question: string;
  /** The question's, as of which this is known. */
  readonly version: number;
  readonly isAwaited: boolean;
}

export interface DueCase {
  readonly appeal: string;
  readonly endedOn: LocalDate;
}

/** The ended cases of one regime in a district. */
export interface KeptCount {
  readonly regime: Regime;
  readonly kept: number;
  /** Past their term, not on hold, and nothing promised is awaited. */
  readonly due: number;
  /** On hold, whatever their term. */
  readonly held: number;
  /** Kept until what the answer promised is done, whatever their term. */
  readonly promised: number;
  /** The end of the oldest of those that are kept. */
  readonly oldest: LocalDate | null;
}

/** As `retainedUntil`: kept on that day still. */
const UNTIL = `greatest((r.ended_on + make_interval(months => greatest(t.months, ${COURT_TERM_MONTHS})))::date, r.ended_on + t.days)`;

const KEPT = `from intake.retention r
  join unnest($2::text[], $3::int[], $4::int[]) as t (regime, months, days) on t.regime = r.regime
  where r.district = $1 and r.ended_on is not null`;

const PROMISED = `exists (select from intake.promise p
  where p.district = r.district and p.appeal = r.appeal and p.awaited)`;

/** Which cases have ended, and when: it proposes what is past its term, and the appeal's own facts decide. */
@Injectable()
export class RetentionIndex {
  constructor(private readonly database: Database) {}

  /** How many seconds the clock of this machine is ahead of the database's. */
  async clockOffset(district: number): Promise<number> {
    const asked = Date.now();
    const { rows } = await this.database
      .scope(district)
      .query<{ readonly at: number }>('select extract(epoch from clock_timestamp())::float8 as at');
    return asked / 1000 - rows[0]!.at;
  }

  async keep(tx: Transaction, district: number, appeal: string, { regime, endedOn, held }: KeptCase): Promise<void> {
    await tx.query(
      `insert into intake.retention (district, appeal, regime, ended_on, held) values ($1, $2, $3, $4, $5)
       on conflict (district, appeal) do update
       set regime = excluded.regime, ended_on = excluded.ended_on, held = excluded.held`,
      [district, appeal, regime, endedOn ?? null, held],
    );
  }

  /** With the promises of its questions. */
  async forget(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from intake.retention where district = $1 and appeal = $2', [district, appeal]);
    await tx.query('delete from intake.promise where district = $1 and appeal = $2', [district, appeal]);
  }

  /** The newest counts. The end of a promise is kept where there was one. */
  async keepPromise(
    tx: Transaction,
    { district, appeal, question, version, isAwaited }: PromiseStanding,
  ): Promise<void> {
    if (!isAwaited) {
      await tx.query(
        `update intake.promise set version = $4, awaited = false
         where district = $1 and appeal = $2 and question = $3 and version < $4`,
        [district, appeal, question, version],
      );
      return;
    }
    await tx.query(
      `insert into intake.promise (district, appeal, question, version, awaited) values ($1, $2, $3, $4, true)
       on conflict (district, appeal, question) do update set version = excluded.version, awaited = true
       where promise.version < excluded.version`,
      [district, appeal, question, version],
    );
  }

  /** Whether any of the appeals has a promise that is awaited. */
  async isPromised(district: number, appeals: readonly string[]): Promise<boolean> {
    const { rowCount } = await this.database
      .scope(district)
      .query('select from intake.promise where district = $1 and appeal = any($2::uuid[]) and awaited limit 1', [
        district,
        appeals,
      ]);
    return rowCount === 1;
  }

  /** The oldest first, after the one that was seen last. */
  async due(
    district: number,
    terms: TermsByRegime,
    today: LocalDate,
    after: DueCase | undefined,
    limit: number,
  ): Promise<readonly DueCase[]> {
    const { rows } = await this.database.scope(district).query<DueCase>({
      name: 'intake.retention-due',
      text: `select r.appeal, r.ended_on::text as "endedOn" ${KEPT} and not r.held and not ${PROMISED} and ${UNTIL} < $5::date
        and ($6::date is null or (r.ended_on, r.appeal) > ($6::date, $7::uuid))
        order by r.ended_on, r.appeal limit $8`,
      values: [...valuesOf(district, terms), today, after?.endedOn ?? null, after?.appeal ?? null, limit],
    });
    return rows;
  }

  async counts(district: number, terms: TermsByRegime, today: LocalDate): Promise<readonly KeptCount[]> {
    const { rows } = await this.database.scope(district).query<KeptCount>({
      name: 'intake.retention-counts',
      text: `select r.regime, count(*)::int as kept, count(*) filter (where r.held)::int as held,
          count(*) filter (where ${PROMISED})::int as promised, min(r.ended_on)::text as oldest,
          count(*) filter (where not r.held and not ${PROMISED} and ${UNTIL} < $5::date)::int as due
        ${KEPT} group by r.regime order by r.regime`,
      values: [...valuesOf(district, terms), today],
    });
    return rows;
  }
}

function valuesOf(district: number, terms: TermsByRegime): unknown[] {
  const given = Object.values(terms);
  return [
    district,
    Object.keys(terms),
    given.map(({ months }) => months),
    given.map(({ reopenWithinDays }) => reopenWithinDays),
  ];
}
