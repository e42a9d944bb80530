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

export type Receipt = Omit<ReportMade, 'said'> & { readonly filed?: ReportFiled };

type Stored = Omit<ReportMade, 'at' | 'said' | 'official' | 'onBehalfOf'> & {
  readonly at: Date;
  readonly official: string | null;
  readonly onBehalfOf: string | null;
  readonly filedAt: Date | null;
  readonly sha256: readonly string[] | null;
  readonly bytes: string | null;
  readonly leftOut: readonly string[] | null;
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
         m.appeals, m.questions, m.refused, f.at as "filedAt", f.sha256, f.bytes, f.left_out as "leftOut"
       from search.report_made m left join search.report_filed f on f.district = m.district and f.report = m.id
       where m.district = $1 and ${where} order by m.at desc, m.id limit $3`,
      [district, value, limit],
    );
    return rows.map(receipt);
  }
}

function receipt({ at, official, onBehalfOf, filedAt, sha256, bytes, leftOut, ...made }: Stored): Receipt {
  const by = compact({ official: official ?? undefined, onBehalfOf: onBehalfOf ?? undefined });
  const of = { ...made, at: at.toISOString(), ...by };
  if (!filedAt) return of;
  return { ...of, filed: { at: filedAt.toISOString(), sha256: sha256!, bytes: Number(bytes), leftOut: leftOut! } };
}
