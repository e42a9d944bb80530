import { Injectable } from '@nestjs/common';
import { compact } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';

/** A report as it was made. */
export interface ReportMade {
  /** Of the opening that it is an act of. */
  readonly id: string;
  readonly report: string;
  /** `2026-11` */
  readonly period: string;
  readonly mapping: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Absent: the operator's command. */
  readonly official?: string;
  readonly onBehalfOf?: string;
  readonly appeals: number;
  readonly questions: number;
  /** Appeals that were not in it. */
  readonly refused: number;
  /** By question: what it said of it. */
  readonly said: Readonly<Record<string, string>>;
}

/** The sums of its file. */
export interface ReportFiled {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Of each archive, in hexadecimal. */
  readonly sha256: readonly string[];
  /** Of all. */
  readonly bytes: number;
  /** Ids of appeals whose sheets were missing or too large. */
  readonly leftOut: readonly string[];
}

/** An appeal that the server refused. */
export interface RefusedAppeal {
  readonly appeal: string;
  /** As it was then. */
  readonly number: string;
  /** By what the server named it: its number, or that of the letter with which a body sent it on. */
  readonly typed: string;
  readonly reason: string;
}

/** What the server answered: what is not refused it took. */
export interface ReportResult {
  readonly id: string;
  readonly report: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly official: string;
  readonly onBehalfOf?: string;
  readonly refused: readonly RefusedAppeal[];
}

export type Receipt = Omit<ReportMade, 'said'> & {
  readonly filed?: ReportFiled;
  /** The latest. */
  readonly result?: Pick<ReportResult, 'at' | 'official' | 'refused'>;
};

type Stored = Omit<ReportMade, 'at' | 'said' | 'official' | 'onBehalfOf'> & {
  readonly at: Date;
  readonly official: string | null;
  readonly onBehalfOf: string | null;
  readonly filedAt: Date | null;
  readonly sha256: readonly string[] | null;
  readonly bytes: string | null;
  readonly leftOut: readonly string[] | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
};

/** Which reports were made, and what they said. It is only added to. */
@Injectable()
export class ReportsMade {
  constructor(private readonly database: Database) {}

  /** One whose id is on record already is the same. */
  async prepare(district: number, made: ReportMade): Promise<void> {
    const { id, at, report, period, mapping, official, onBehalfOf, appeals, questions, refused, said } = made;
    await this.database.scope(district).query(
      `insert into search.report_made
         (district, id, at, report, period, mapping, official, on_behalf_of, appeals, questions, refused, said)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        ...[district, id, at, report, period, mapping, official ?? null, onBehalfOf ?? null],
        ...[appeals, questions, refused, JSON.stringify(said)],
      ],
    );
  }

  /** The first sums of a report hold; false: another one says otherwise. */
  async file(district: number, id: string, { at, sha256, bytes, leftOut }: ReportFiled): Promise<boolean> {
    const scope = this.database.scope(district);
    await scope.query(
      `insert into search.report_filed (district, report, at, sha256, bytes, left_out)
       values ($1, $2, $3, $4, $5, $6::uuid[]) on conflict do nothing`,
      [district, id, at, sha256, bytes, leftOut],
    );
    const { rowCount } = await scope.query(
      'select from search.report_filed where district = $1 and report = $2 and sha256 = $3::text[]',
      [district, id, sha256],
    );
    return rowCount === 1;
  }

  /** What the last file of the period said that was made to the end. */
  async last(district: number, report: string, period: string): Promise<Pick<ReportMade, 'said'> | undefined> {
    const { rows } = await this.database.scope(district).query<{ said: string }>(
      `select m.said from search.report_made m
       join search.report_filed f on f.district = m.district and f.report = m.id
       where m.district = $1 and m.report = $2 and m.period = $3 order by m.at desc, m.id limit 1`,
      [district, report, period],
    );
    return rows[0] && { said: JSON.parse(rows[0].said) as ReportMade['said'] };
  }

  /**
   * Ids of the appeals of its file: those whose questions it spoke of, without those that were left out; whether its month's lists have
   * them still or not. None where no file was made.
   */
  async handedIn(district: number, id: string): Promise<readonly string[]> {
    const { rows } = await this.database.scope(district).query<{ appeal: string }>(
      `select distinct s.appeal from search.report_made m
       join search.report_filed f on f.district = m.district and f.report = m.id
       cross join lateral json_object_keys(m.said::json) as said(question)
       join search.register_stream s on s.district = m.district and s.stream = said.question::uuid
       where m.district = $1 and m.id = $2 and s.appeal <> all(f.left_out)`,
      [district, id],
    );
    return rows.map(({ appeal }) => appeal);
  }

  /** The answer on record with this id. */
  async answer(district: number, id: string): Promise<Pick<ReportResult, 'report' | 'refused'> | undefined> {
    const { rows } = await this.database.scope(district).query<{ of: string; text: string }>(
      `select report as "of", refused as text from search.report_result
       where district = $1 and id = $2`,
      [district, id],
    );
    return rows[0] && { report: rows[0].of, refused: JSON.parse(rows[0].text) as readonly RefusedAppeal[] };
  }

  /** False: its id is on record with another answer. */
  async answered(district: number, result: ReportResult): Promise<boolean> {
    const { id, report, at, official, onBehalfOf, refused } = result;
    const scope = this.database.scope(district);
    const text = JSON.stringify(refused);
    await scope.query(
      `insert into search.report_result (district, id, report, at, official, on_behalf_of, refused)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [district, id, report, at, official, onBehalfOf ?? null, text],
    );
    const { rowCount } = await scope.query(
      'select from search.report_result where district = $1 and id = $2 and report = $3 and refused = $4',
      [district, id, report, text],
    );
    return rowCount === 1;
  }

  /**
   * Ids of the appeals that the server refused, by its latest answer to each file of the periods before this one, and did not take since: with
   * a later of these files that has an answer.
   */
  async refusedBefore(district: number, report: string, period: string): Promise<readonly string[]> {
    const { rows } = await this.database.scope(district).query<{ appeal: string }>(
      `with answered as materialized (
         select m.id, m.position, m.said, f.left_out, r.refused from search.report_made m
         join search.report_filed f on f.district = m.district and f.report = m.id
         join lateral (select * from search.report_result r where r.district = m.district and r.report = m.id
           order by r.position desc limit 1) r on true
         where m.district = $1 and m.report = $2 and m.period < $3),
       refused as materialized (
         select a.id, a.position, (list.one ->> 'appeal')::uuid as appeal
         from answered a cross join lateral json_array_elements(a.refused::json) as list(one)),
       taken as materialized (
         select a.position, s.appeal from answered a
         cross join lateral json_object_keys(a.said::json) as said(question)
         join search.register_stream s on s.district = $1 and s.stream = said.question::uuid
         where s.appeal <> all(a.left_out)
           and not exists (select from refused r where r.id = a.id and r.appeal = s.appeal))
       select distinct r.appeal from refused r
       where not exists (select from taken t where t.appeal = r.appeal and t.position > r.position)`,
      [district, report, period],
    );
    return rows.map(({ appeal }) => appeal);
  }

  /** The latest first. */
  async list(district: number, report: string, limit: number): Promise<readonly Receipt[]> {
    return this.receipts(district, 'm.report = $2', report, limit);
  }

  async of(district: number, id: string): Promise<Receipt | undefined> {
    return (await this.receipts(district, 'm.id = $2', id, 1))[0];
  }

  private async receipts(district: number, where: string, value: string, limit: number): Promise<readonly Receipt[]> {
    const { rows } = await this.database.scope(district).query<Stored>(
      `select m.id, m.at, m.report, m.period, m.mapping, m.official, m.on_behalf_of as "onBehalfOf",
         m.appeals, m.questions, m.refused, f.at as "filedAt", f.sha256, f.bytes, f.left_out as "leftOut",
         r.at as "answeredAt", r.official as "answeredBy", r.refused as answer
       from search.report_made m left join search.report_filed f on f.district = m.district and f.report = m.id
       left join lateral (select * from search.report_result r where r.district = m.district and r.report = m.id
         order by r.position desc limit 1) r on true
       where m.district = $1 and ${where} order by m.at desc, m.id limit $3`,
      [district, value, limit],
    );
    return rows.map(receipt);
  }
}

function receipt(stored: Stored): Receipt {
  const { at, official, onBehalfOf, filedAt, sha256, bytes, leftOut, answeredAt, answeredBy, answer, ...made } = stored;
  const by = compact({ official: official ?? undefined, onBehalfOf: onBehalfOf ?? undefined });
  const of = { ...made, at: at.toISOString(), ...by };
  if (!filedAt) return of;
  const filed = { at: filedAt.toISOString(), sha256: sha256!, bytes: Number(bytes), leftOut: leftOut! };
  if (!answeredAt) return { ...of, filed };
  const refused = JSON.parse(answer!) as readonly RefusedAppeal[];
  return { ...of, filed, result: { at: answeredAt.toISOString(), official: answeredBy!, refused } };
}
