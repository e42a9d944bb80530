import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import { Database, type CountedFilters, type District, type Transaction } from '@otklik/tenancy';

/** An appeal that a search finds by its filters. */
export interface FoundAppeal {
  readonly appeal: string;
  readonly receivedOn: LocalDate;
}

/** One official's news of a search in the letter of a day. */
export interface Counting {
  readonly district: number;
  readonly search: string;
  readonly official: string;
  readonly day: LocalDate;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The webhooks' news of a search. */
export type AskedForWebhooks = Omit<Counting, 'official' | 'day'>;

const HOUR_MS = 3_600_000;
/** More come to no district in a month. */
const MAX_FOUND = 20_000;
/** What came earlier is new no more. */
const NEW_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** Which appeals are new in a search, and which of them were counted for whom. */
@Injectable()
export class CountedAppeals {
  constructor(private readonly database: Database) {}

  /** As the appeals are now: without what was withdrawn, struck or erased. */
  async found(
    { id, zone }: Pick<District, 'id' | 'zone'>,
    { topics, departments, settlements, channels, from, to }: CountedFilters,
    since: string,
    at: string,
  ): Promise<readonly FoundAppeal[]> {
    const begin = new Date(Math.max(Date.parse(since), Date.parse(at) - NEW_FOR_MS)).toISOString();
    const { rows } = await this.database.scope(id).query<FoundAppeal>(
      `select appeal, "receivedOn" from (
         select a.appeal, to_char(a.received_at at time zone $2, 'YYYY-MM-DD') as "receivedOn", a.came_at
         from notifications.applicant a
         join notifications.case_row c on c.district = a.district and c.appeal = a.appeal
         where a.district = $1 and a.came_at >= $3 and not a.withdrawn and not a.erased
           and c.state -> 'appeal' -> 'correction' is null
           and ($4::text[] = '{}' or a.settlement = any($4)) and ($5::text[] = '{}' or a.channel = any($5))
           and ($6::text[] = '{}' and $7::text[] = '{}' or exists (
             select from jsonb_each(c.state -> 'questions') q
             where q.value ->> 'state' <> 'CLOSED' and ($6 = '{}' or q.value ->> 'topic' = any($6))
               and ($7 = '{}' or q.value ->> 'department' = any($7))))) came
       where ($8::text is null or "receivedOn" >= $8) and ($9::text is null or "receivedOn" <= $9)
       order by came_at limit ${MAX_FOUND}`,
      [id, zone, begin, settlements, channels, topics, departments, from ?? null, to ?? null],
    );
    return rows;
  }

  /**
   * Of these, what the letter of the day counts, recorded before it leaves: what an earlier letter counted is not counted again, also
   * where it is not known whether that one arrived. What a letter counted that the mail server did not take is new again.
   */
  async count(
    { district, search, official, day, at }: Counting,
    found: readonly FoundAppeal[],
  ): Promise<readonly FoundAppeal[]> {
    const appeals = found.map(({ appeal }) => appeal);
    const own = [district, search, official];
    return this.database.scope(district).transaction(async (tx) => {
      await tx.query('delete from notifications.counted_appeal where district = $1 and counted_at < $2', [
        district,
        new Date(Date.parse(at) - 2 * NEW_FOR_MS).toISOString(),
      ]);
      await tx.query(
        `insert into notifications.counted_appeal as t (district, search, reader, appeal, letter, counted_at)
         select $1, $2, $3, appeal, $5, $6 from unnest($4::uuid[]) appeal
         on conflict (district, search, reader, appeal) do update set letter = excluded.letter, counted_at = excluded.counted_at
         where exists (select from notifications.digest d where d.district = t.district and d.official = t.reader
           and d.day = t.letter and d.state in ('FAILED', 'POSTPONED'))`,
        [...own, appeals, day, at],
      );
      const { rows } = await tx.query<Pick<FoundAppeal, 'appeal'>>(
        `select appeal from notifications.counted_appeal
         where district = $1 and search = $2 and reader = $3 and letter = $4`,
        [...own, day],
      );
      const counted = new Set(rows.map(({ appeal }) => appeal));
      return found.filter(({ appeal }) => counted.has(appeal));
    });
  }

  /** There are webhooks, and an hour has passed since they were sent something of the search last. */
  async isDue({ district, search, at }: AskedForWebhooks): Promise<boolean> {
    const scope = this.database.scope(district);
    return scope.transaction((tx) => isDue(tx, { district, search, at }));
  }

  /**
   * Which of these are new for webhooks; where some are, `send` puts them into the queue in the same transaction. False where there are none, or
   * another process was first.
   */
  async countForWebhooks(
    { district, search, at }: AskedForWebhooks,
    found: readonly FoundAppeal[],
    send: (tx: Transaction, fresh: readonly FoundAppeal[]) => Promise<void>,
  ): Promise<boolean> {
    return this.database.scope(district).transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('notifications.news' || $1), $2)`, [search, district]);
      if (!(await isDue(tx, { district, search, at }))) return false;
      const { rows } = await tx.query<Pick<FoundAppeal, 'appeal'>>(
        `insert into notifications.counted_appeal (district, search, reader, appeal, letter, counted_at)
         select $1, $2, $2, appeal, '', $4 from unnest($3::uuid[]) appeal
         on conflict do nothing returning appeal`,
        [district, search, found.map(({ appeal }) => appeal), at],
      );
      const counted = new Set(rows.map(({ appeal }) => appeal));
      if (counted.size > 0)
        await send(
          tx,
          found.filter(({ appeal }) => counted.has(appeal)),
        );
      return counted.size > 0;
    });
  }
}

/** What webhooks count has the search itself as its reader. */
async function isDue(tx: Transaction, { district, search, at }: AskedForWebhooks): Promise<boolean> {
  const before = new Date(Date.parse(at) - HOUR_MS).toISOString();
  const { rows } = await tx.query(
    `select from notifications.webhook w where w.district = $1 and w.removed_at is null
       and not exists (select from notifications.counted_appeal c
         where c.district = $1 and c.search = $2 and c.reader = $2 and c.counted_at > $3)
     limit 1`,
    [district, search, before],
  );
  return rows.length === 1;
}
