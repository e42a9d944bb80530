import { Injectable } from '@nestjs/common';
import { compact, type LocalDate } from '@otklik/kernel';
import { Database, sameOpening, withinDays, type OpenedBy } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';

/** An official opened the list of visitors of a day. */
export interface ReceptionOpening extends OpenedBy {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Whose visitors. */
  readonly on: LocalDate;
}

export interface OpeningDays {
  /** Days of the zone, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly zone: string;
}

type Stored = Pick<ReceptionOpening, 'official' | 'role' | 'on'> & {
  readonly id: string;
  readonly at: Date;
  readonly onBehalfOf: string | null;
};

const MAX_LISTED = 1_000;

/** The record of who opened which day. It is only added to. */
@Injectable()
export class ReceptionOpenings {
  constructor(private readonly database: Database) {}

  /** One that follows another of the same day by the same official within a quarter of an hour is the same opening. */
  async record(district: number, { official, role, onBehalfOf, at, on }: ReceptionOpening): Promise<void> {
    await this.database.scope(district).query(
      `insert into intake.reception_opened (district, id, at, official, role, on_behalf_of, held_on)
        select $1::int, $2::uuid, $3::timestamptz, $4::uuid, $5::text, $6::uuid, $7::text
        where not exists (select from intake.reception_opened where district = $1 and official = $4 and held_on = $7
          and ${sameOpening('at', '$3')})`,
      [district, randomUUID(), at, official, role, onBehalfOf ?? null, on],
    );
  }

  /** The latest first. */
  async list(district: number, days: OpeningDays): Promise<readonly (ReceptionOpening & { readonly id: string })[]> {
    const values: unknown[] = [];
    const hold = (value: unknown): string => `$${values.push(value)}`;
    const where = [`district = ${hold(district)}`, ...withinDays('at', days, hold)];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select id, at, official, role, on_behalf_of as "onBehalfOf", held_on as "on" from intake.reception_opened
        where ${where.join(' and ')} order by at desc, id desc limit ${MAX_LISTED}`,
      values,
    );
    return rows.map(({ at, onBehalfOf, ...row }) => ({
      ...row,
      at: at.toISOString(),
      ...compact({ onBehalfOf: onBehalfOf ?? undefined }),
    }));
  }
}
