import { Injectable } from '@nestjs/common';
import type { LetterOpeningReason } from '@otklik/contracts/enumerations';
import { compact, quarterHourOf, uuidv5, type LocalDate } from '@otklik/kernel';
import { Database, withinDays, type OpenedBy, type Transaction } from '@otklik/tenancy';

/** An official opened letters: they name the person, and those to bodies how to reach him. */
export interface LetterOpening extends OpenedBy {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reason: LetterOpeningReason;
  /** Ids of the notices, none of a draft's; and of their appeals. */
  readonly notices: readonly string[];
  readonly appeals: readonly string[];
}

/** Who opens letters, and why. */
export type LetterOpener = OpenedBy & Pick<LetterOpening, 'reason'>;

/** Who opens a letter about a question of the department. Throws for one who may not. */
export type OpenerIn = (department: string | undefined) => OpenedBy;

/** A record as it is listed. */
export interface RecordedOpening extends LetterOpening {
  readonly id: string;
  /** Of the appeal, where it is one: of the registration, else of the receipt; absent where its receipt has not been consumed. */
  readonly number?: string;
}

export interface LetterOpeningsPage {
  readonly appeal?: string;
  readonly official?: string;
  /** Days of the zone, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly zone: string;
  readonly limit: number;
  /** The last record of the page before. */
  readonly after?: Pick<RecordedOpening, 'at' | 'id'>;
}

type Stored = Omit<RecordedOpening, 'at' | 'onBehalfOf' | 'number'> & {
  readonly at: Date;
  readonly onBehalfOf: string | null;
  readonly number: string | null;
};

/** The record of who opened which letters. It is only added to. */
@Injectable()
export class LetterOpenings {
  constructor(private readonly database: Database) {}

  /** One record for all; the same letters, by the same official with the same right within a quarter of an hour, are the same opening. */
  async record(district: number, opening: LetterOpening): Promise<void> {
    await insert(this.database.scope(district), district, opening);
  }

  /**
   * The same, as long as the official has fewer than `most` of its reason on record in the hour before: counted and recorded at once,
   * also where many are asked for at once. False: it is not on record, and nothing may be shown.
   */
  async recordWithin(district: number, opening: LetterOpening, most: number): Promise<boolean> {
    const { official, reason, at } = opening;
    return this.database.scope(district).transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [`letter_opened ${official}`, district]);
      const { rows } = await tx.query<{ readonly permitted: boolean }>(
        `select count(*) < $5 or exists(select from notifications.letter_opened where district = $1 and id = $6) as permitted
         from notifications.letter_opened
         where district = $1 and official = $2 and reason = $3 and at > $4::timestamptz - interval '1 hour'`,
        [district, official, reason, at, most, idOf(district, opening)],
      );
      if (!rows[0]!.permitted) return false;
      await insert(tx, district, opening);
      return true;
    });
  }

  /** The latest first. */
  async list(district: number, page: LetterOpeningsPage): Promise<readonly RecordedOpening[]> {
    const values: unknown[] = [];
    const hold = (value: unknown): string => `$${values.push(value)}`;
    const { appeal, official, after, limit } = page;
    const where = [
      `o.district = ${hold(district)}`,
      ...(appeal === undefined ? [] : [`${hold(appeal)}::uuid = any(o.appeals)`]),
      ...(official === undefined ? [] : [`o.official = ${hold(official)}`]),
      ...withinDays('o.at', page, hold),
      ...(after ? [`(o.at, o.id) < (${hold(after.at)}::timestamptz, ${hold(after.id)}::uuid)`] : []),
    ];
    const { rows } = await this.database.scope(district).query<Stored>(
      `select o.id, o.at, o.official, o.role, o.on_behalf_of as "onBehalfOf", o.reason, o.notices, o.appeals,
          coalesce(a.number, a.receipt) as number
        from notifications.letter_opened o
        left join notifications.applicant a
          on cardinality(o.appeals) = 1 and a.district = o.district and a.appeal = o.appeals[1]
        where ${where.join(' and ')} order by o.at desc, o.id desc limit ${hold(limit)}`,
      values,
    );
    return rows.map(({ at, onBehalfOf, number, ...row }) => ({
      ...row,
      at: at.toISOString(),
      ...compact({ onBehalfOf: onBehalfOf ?? undefined, number: number ?? undefined }),
    }));
  }
}

function idOf(district: number, opening: LetterOpening): string {
  const { official, role, onBehalfOf, reason, notices, appeals, at } = opening;
  const opened = (notices.length > 0 ? notices : appeals).toSorted().join();
  const right = `${role}/${onBehalfOf ?? ''}`;
  return uuidv5(official, `letters/${district}/${right}/${reason}/${opened}/${quarterHourOf(at)}`);
}

async function insert(db: Pick<Transaction, 'query'>, district: number, opening: LetterOpening): Promise<void> {
  const { official, role, onBehalfOf, at, reason, notices, appeals } = opening;
  await db.query(
    {
      name: 'letters opened',
      text: `insert into notifications.letter_opened
          (district, id, at, official, role, on_behalf_of, reason, notices, appeals)
        values ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9::uuid[]) on conflict do nothing`,
    },
    [district, idOf(district, opening), at, official, role, onBehalfOf ?? null, reason, notices, appeals],
  );
}
