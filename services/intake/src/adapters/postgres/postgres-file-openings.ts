import { Injectable } from '@nestjs/common';
import { addDays } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { FileOpening, FileOpenings, FileOpeningsPage } from '../../application/file-openings.js';

type Stored = Pick<FileOpening, 'file' | 'official'> & { readonly at: Date; readonly appeal: string | null };

/** A card whose pictures are loaded anew opens them no second time. */
const SAME_OPENING = `interval '15 minutes'`;

@Injectable()
export class PostgresFileOpenings implements FileOpenings {
  constructor(private readonly database: Database) {}

  async record(district: number, { file, official, at }: Pick<FileOpening, 'file' | 'official' | 'at'>): Promise<void> {
    await this.database.scope(district).query(
      `insert into intake.file_opened (district, file, official, at)
        select $1::int, $2::uuid, $3::uuid, $4::timestamptz
        where not exists (select from intake.file_opened where district = $1 and file = $2 and official = $3
          and at > $4::timestamptz - ${SAME_OPENING} and at < $4::timestamptz + ${SAME_OPENING})
        on conflict do nothing`,
      [district, file, official, at],
    );
  }

  async list(district: number, page: FileOpeningsPage): Promise<readonly FileOpening[]> {
    const values: unknown[] = [];
    const hold = (value: unknown): string => `$${values.push(value)}`;
    const { appeal, official, from, to, zone, after, limit } = page;
    const midnight = (day: string): string => `(${hold(day)}::date)::timestamp at time zone ${hold(zone)}`;
    const where = [
      `o.district = ${hold(district)}`,
      ...(appeal === undefined ? [] : [`f.appeal = ${hold(appeal)}`]),
      ...(official === undefined ? [] : [`o.official = ${hold(official)}`]),
      ...(from === undefined ? [] : [`o.at >= ${midnight(from)}`]),
      ...(to === undefined ? [] : [`o.at < ${midnight(addDays(to, 1))}`]),
      ...(after === undefined
        ? []
        : [
            `(o.at, o.file, o.official) <
              (${hold(after.at)}::timestamptz, ${hold(after.file)}::uuid, ${hold(after.official)}::uuid)`,
          ]),
    ];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select o.file, o.official, o.at, f.appeal from intake.file_opened o
        left join intake.file f on f.district = o.district and f.id = o.file
        where ${where.join(' and ')} order by o.at desc, o.file desc, o.official desc limit ${hold(limit)}`,
      values,
    );
    return rows.map(({ at, appeal: of, ...row }) => ({
      ...{ ...row, at: at.toISOString() },
      ...(of === null ? {} : { appeal: of }),
    }));
  }
}
