import { Injectable } from '@nestjs/common';
import type { FoundOutcome } from '@otklik/contracts/enumerations';
import { Database, type Transaction } from '@otklik/tenancy';

/** How many are listed. */
const MOST = 200;
/** Of one text, beside the message itself: it may have been pasted any number of times. */
export const MOST_SAME = 5;
/** What becomes no case is deleted so many days after it was found. */
export const KEPT_DAYS = 30;

export interface NewFound {
  readonly id: string;
  readonly account: string;
  readonly community: string;
  readonly url: string;
  readonly sealed: string;
  /** Of its text; null where that is short. */
  readonly same: string | null;
  /** ISO 8601. */
  readonly writtenAt: string | null;
}

export interface FoundRow extends Omit<NewFound, 'sealed' | 'writtenAt'> {
  readonly version: number;
  /** Null once a case was made of it. */
  readonly sealed: string | null;
  readonly writtenAt: Date | null;
  readonly foundAt: Date;
  readonly outcome: FoundOutcome | null;
  readonly decidedAt: Date | null;
  readonly appeal: string | null;
}

export interface FoundTwin {
  readonly id: string;
  readonly same: string;
  readonly community: string;
  readonly outcome: FoundOutcome | null;
  readonly appeal: string | null;
}

export interface Decision {
  readonly outcome: FoundOutcome;
  readonly by: string;
  readonly command: string;
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The case is known by the message of the same id, once that was applied. */
const ROW = `f.id, f.account, f.community, f.url, f.sealed, f.same, f.version, f.outcome, f.written_at as "writtenAt",
  f.found_at as "foundAt", f.decided_at as "decidedAt", h.appeal`;
const FROM = `intake.found_message f
  left join intake.heard_message h on h.district = f.district and h.id = f.id and f.outcome = 'ANSWER_THERE'`;

/** What was found in public places. */
@Injectable()
export class FoundMessages {
  constructor(private readonly database: Database) {}

  /** What was found before stays as it is; what came in by our own page is none. Answers how many are new. */
  async keep(tx: Transaction, district: number, found: readonly NewFound[], at: string): Promise<number> {
    if (found.length === 0) return 0;
    const { rowCount } = await tx.query({
      name: 'intake.keep-found',
      text: `insert into intake.found_message (district, id, account, community, url, sealed, same, written_at, found_at)
        select $1::int, g.id, account, community, url, sealed, same, written_at, $9::timestamptz
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[])
          as g (id, account, community, url, sealed, same, written_at)
        where not exists (select from intake.heard_message h where h.district = $1 and h.id = g.id)
        order by g.id on conflict do nothing`,
      values: [
        district,
        found.map(({ id }) => id),
        found.map(({ account }) => account),
        found.map(({ community }) => community),
        found.map(({ url }) => url),
        found.map(({ sealed }) => sealed),
        found.map(({ same }) => same),
        found.map(({ writtenAt }) => writtenAt),
        at,
      ],
    });
    return rowCount ?? 0;
  }

  /** The newest first. */
  async list(district: number, isDecided: boolean): Promise<readonly FoundRow[]> {
    const [which, order] = isDecided ? ['is not null', 'decided_at'] : ['is null', 'found_at'];
    const { rows } = await this.database.scope(district).query<FoundRow>(
      `select ${ROW} from ${FROM} where f.district = $1 and f.outcome ${which}
        and f.found_at > now() - interval '${KEPT_DAYS} days'
       order by f.${order} desc, f.written_at desc nulls last, f.id limit ${MOST}`,
      [district],
    );
    return rows;
  }

  /** Of each text the newest. */
  async twins(district: number, same: readonly string[]): Promise<readonly FoundTwin[]> {
    const { rows } = await this.database.scope(district).query<FoundTwin>(
      `select id, same, community, outcome, appeal from (
         select f.id, f.same, f.community, f.outcome, h.appeal,
           row_number() over (partition by f.same order by f.found_at desc, f.id) as place
         from ${FROM} where f.district = $1 and f.same = any($2)) one
       where place <= ${MOST_SAME + 1} order by same, place`,
      [district, same],
    );
    return rows;
  }

  /** Held until the end of the transaction. */
  async held(tx: Transaction, district: number, id: string) {
    const { rows } = await tx.query<
      FoundRow & { readonly command: string | null; readonly fingerprint: string | null }
    >(`select ${ROW}, f.command, f.fingerprint from ${FROM} where f.district = $1 and f.id = $2 for update of f`, [
      district,
      id,
    ]);
    return rows[0];
  }

  /** Of a message that becomes a case, the text is left to that; the last command alone is known when it comes again. */
  async decide(tx: Transaction, district: number, id: string, of: Decision): Promise<void> {
    await tx.query(
      `update intake.found_message set version = version + 1, outcome = $3, decided_by = $4, command = $5, fingerprint = $6,
         decided_at = $7, sealed = case when $3 = 'ANSWER_THERE' then null else sealed end
       where district = $1 and id = $2`,
      [district, id, of.outcome, of.by, of.command, of.fingerprint, of.at],
    );
  }

  /** Those whose days are over. Answers how many went. */
  async end(district: number): Promise<number> {
    const { rowCount } = await this.database
      .scope(district)
      .query(
        `delete from intake.found_message where district = $1 and found_at <= now() - interval '${KEPT_DAYS} days'`,
        [district],
      );
    return rowCount ?? 0;
  }
}
