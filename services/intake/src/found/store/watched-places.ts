import { Injectable } from '@nestjs/common';
import type { PlaceProblem } from '@otklik/contracts/enumerations';
import { WorkQueue } from '@otklik/host';
import { Database, type Transaction } from '@otklik/tenancy';

/** Work, a community each: its key is the code. */
export const READ_PLACE = 'PLACE';

export interface PlaceStanding {
  readonly code: string;
  readonly readAt: Date | null;
  readonly problem: PlaceProblem | null;
}

/** How far each watched community was read. */
@Injectable()
export class WatchedPlaces {
  constructor(
    private readonly database: Database,
    private readonly queue: WorkQueue,
  ) {}

  /** New ones are read from now on; those that the district watches no longer go with their position. */
  async tend(
    district: number,
    codes: readonly string[],
    { at, atOnce }: { readonly at: string; readonly atOnce: boolean },
  ): Promise<void> {
    await this.database.scope(district).transaction(async (tx) => {
      await tx.query(
        `insert into intake.watched_place (district, code, since)
         select $1::int, code, $3::timestamptz from unnest($2::text[]) as g (code) order by code on conflict do nothing`,
        [district, codes, at],
      );
      await tx.query('delete from intake.watched_place where district = $1 and code <> all($2)', [district, codes]);
      const works = codes.map((key) => ({ district, kind: READ_PLACE, key, body: {} }) as const);
      await (atOnce ? this.queue.set(tx, works) : this.queue.add(tx, works));
    });
  }

  async position(district: number, code: string): Promise<{ since: Date; position: string | null } | undefined> {
    const { rows } = await this.database.scope(district).query<{
      since: Date;
      position: string | null;
    }>('select since, position from intake.watched_place where district = $1 and code = $2', [district, code]);
    return rows[0];
  }

  /** `problem`: null where it was read to its end. */
  async read(
    tx: Transaction,
    district: number,
    code: string,
    of: { position: string | null; problem: string | null; at: string },
  ) {
    await tx.query(
      `update intake.watched_place set position = $3, problem = $4,
         read_at = case when $4::text is null then $5::timestamptz else read_at end
       where district = $1 and code = $2`,
      [district, code, of.position, of.problem, of.at],
    );
  }

  async standing(district: number): Promise<ReadonlyMap<string, PlaceStanding>> {
    const { rows } = await this.database
      .scope(district)
      .query<PlaceStanding>(
        'select code, read_at as "readAt", problem from intake.watched_place where district = $1 order by code',
        [district],
      );
    return new Map(rows.map((row) => [row.code, row]));
  }
}
