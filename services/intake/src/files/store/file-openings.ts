import { Injectable } from '@nestjs/common';
import { compact, type LocalDate } from '@otklik/kernel';
import { Database, sameOpening, withinDays } from '@otklik/tenancy';

/** An official opened a file. */
export interface FileOpening {
  readonly file: string;
  readonly official: string;
  /** The absent official in whose stead he opened it. */
  readonly onBehalfOf?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Absent once the file was erased. */
  readonly appeal?: string;
}

export interface FileOpeningsPage {
  readonly appeal?: string;
  readonly official?: string;
  /** Days of the zone, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly zone: string;
  readonly limit: number;
  /** The last opening of the page before. */
  readonly after?: Pick<FileOpening, 'at' | 'file' | 'official'>;
}

type Stored = Pick<FileOpening, 'file' | 'official'> & {
  readonly at: Date;
  readonly appeal: string | null;
  readonly onBehalfOf: string | null;
};

/** The record of who opened which file. It is only added to. */
@Injectable()
export class FileOpenings {
  constructor(private readonly database: Database) {}

  /** One that follows another of the same file by the same official within a quarter of an hour is the same opening. */
  async record(district: number, { file, official, at, onBehalfOf }: Omit<FileOpening, 'appeal'>): Promise<void> {
    await this.database.scope(district).query(
      `insert into intake.file_opened (district, file, official, at, on_behalf_of)
        select $1::int, $2::uuid, $3::uuid, $4::timestamptz, $5::uuid
        where not exists (select from intake.file_opened where district = $1 and file = $2 and official = $3
          and ${sameOpening('at', '$4')})
        on conflict do nothing`,
      [district, file, official, at, onBehalfOf ?? null],
    );
  }

  /** The latest first. */
  async list(district: number, page: FileOpeningsPage): Promise<readonly FileOpening[]> {
    const values: unknown[] = [];
    const hold = (value: unknown): string => `$${values.push(value)}`;
    const { appeal, official, after, limit } = page;
    const where = [
      `o.district = ${hold(district)}`,
      ...(appeal === undefined ? [] : [`f.appeal = ${hold(appeal)}`]),
      ...(official === undefined ? [] : [`o.official = ${hold(official)}`]),
      ...withinDays('o.at', page, hold),
      ...(after === undefined
        ? []
        : [
            `(o.at, o.file, o.official) <
              (${hold(after.at)}::timestamptz, ${hold(after.file)}::uuid, ${hold(after.official)}::uuid)`,
          ]),
    ];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select o.file, o.official, o.on_behalf_of as "onBehalfOf", o.at, f.appeal from intake.file_opened o
        left join intake.file f on f.district = o.district and f.id = o.file
        where ${where.join(' and ')} order by o.at desc, o.file desc, o.official desc limit ${hold(limit)}`,
      values,
    );
    return rows.map(({ at, appeal: of, onBehalfOf, ...row }) => ({
      ...row,
      at: at.toISOString(),
      ...compact({ onBehalfOf: onBehalfOf ?? undefined, appeal: of ?? undefined }),
    }));
  }
}
