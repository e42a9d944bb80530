import { Injectable } from '@nestjs/common';
import type { AppealState } from '@otklik/contracts/enumerations';
import { Database } from '@otklik/tenancy';

/** Blinded words (`Vault.blindWords`) or forms of words. */
export type Blinded = readonly string[];

/** By which the appeals of one person are known: blind indexes of the contact and of who signed in. */
export interface ContactKeys {
  readonly sender: string | null;
  readonly identity: string | null;
}

export interface FoundAppeal extends ContactKeys {
  readonly id: string;
}

export interface NamedAppeal extends FoundAppeal {
  /** An official parted it from the other appeals of its contact. */
  readonly isApart: boolean;
}

/** All appeals of some persons, each once. */
export interface AppealsOfPersons {
  /** The newest first; not more than were asked for. */
  readonly ids: readonly string[];
  readonly total: number;
  readonly open: number;
}

/** Of the person whose appeal it is. */
export interface AppealCounts {
  readonly total: number;
  readonly open: number;
  /** One for all appeals of the person. */
  readonly person: string;
}

/** Appeals beyond are too many to tell a person from. */
export const MAX_MATCHES = 500;

/** So many words of one applicant may match one that is searched: name, patronymic, street. */
const MAX_WORDS_MATCHING = 8;

const OPEN: readonly AppealState[] = ['RECEIVED', 'TAKEN_UP', 'REGISTERED', 'REOPEN_REQUESTED'];

/** The appeals `r` to which a key `k` leads. Of an erased applicant nothing is found. */
export const OF_KEY = `r.district = $1 and (r.id = k.id or r.sender = k.sender or r.identity = k.identity or r.id = any(k.joined))
  and r.receipt is not null and not r.erased`;

/**
 * By what the appeals of each person ($2: one of them) are known: contacts and identities, and which appeals officials joined. Each
 * key once, so that many appeals of one contact are one.
 */
export const KEYS = `keys as (
    select s.at::int as at, r.id, r.sender, r.identity, r.joined
    from unnest($2::uuid[]) with ordinality as s(id, at)
      join search.register r on r.district = $1 and r.id = s.id and not r.erased
    union
    select k.at, case when r.joined is null and coalesce(r.sender, r.identity) is not null then null else r.id end,
      r.sender, r.identity, r.joined
    from keys k join search.register r on ${OF_KEY})`;

/** The index by which applicants are found. */
@Injectable()
export class Applicants {
  constructor(private readonly database: Database) {}

  /** Appeals whose applicant has each of the words, by any of its forms: the newest first, `MAX_MATCHES` and one more at most. */
  async byForms(district: number, words: readonly Blinded[]): Promise<readonly FoundAppeal[]> {
    const each = words.map(
      (_, at) => `select w.id from search.register_applicant_form f
        join search.register_applicant_word w on w.district = f.district and w.word = f.word
        where f.district = $1 and f.form = any($${at + 3}::bigint[])`,
    );
    // Of one word no more is read than may be needed: a beginning that thousands share is answered as fast as a telephone.
    const bound = each.length === 1 ? ` limit ${(MAX_MATCHES + 1) * MAX_WORDS_MATCHING}` : '';
    return this.found(`applicants by ${words.length} forms`, district, each.join(' intersect ') + bound, words);
  }

  /** The same of those whose applicant has all the words of one of the sets, whole. */
  async byWords(district: number, sets: readonly Blinded[]): Promise<readonly NamedAppeal[]> {
    const sizes = sets.map((words) => new Set(words).size);
    const each = sizes.map(
      (size, at) => `select id from search.register_applicant_word
        where district = $1 and word = any($${at + 3}::bigint[])
        group by id having count(*) = ${size}`,
    );
    const isApart = `, r.fold #>> '{appeal,isApart}' is not null as "isApart"`;
    return this.found(`applicants by ${sizes.join(' ')} words`, district, each.join(' union '), sets, isApart);
  }

  private async found<Found extends FoundAppeal>(
    name: string,
    district: number,
    ids: string,
    values: readonly Blinded[],
    more = '',
  ): Promise<readonly Found[]> {
    if (values.length === 0) return [];
    const { rows } = await this.database.scope(district).query<Found>(
      {
        name,
        text: `with found as materialized (select distinct id from (${ids}) as matching limit $2)
          select r.id, r.sender, r.identity${more} from found join search.register r on r.district = $1 and r.id = found.id
          where r.receipt is not null order by r.received_at desc, r.id`,
      },
      [district, MAX_MATCHES + 1, ...values],
    );
    return rows;
  }

  /** How many appeals the person of each has, in their order. */
  async counts(district: number, appeals: readonly string[]): Promise<readonly AppealCounts[]> {
    const { rows } = await this.database.scope(district).query<AppealCounts & { readonly at: number }>(
      {
        name: 'applicants counts',
        text: `with recursive ${KEYS}
          select k.at, count(distinct r.id)::int as total,
            count(distinct r.id) filter (where r.state = any($3))::int as open, min(r.id::text) as person
          from keys k join search.register r on ${OF_KEY} group by k.at`,
      },
      [district, appeals, OPEN],
    );
    const byPlace = new Map(rows.map(({ at, ...counts }) => [at, counts]));
    return appeals.map((id, at) => byPlace.get(at + 1) ?? { total: 0, open: 0, person: id });
  }

  /** Of who signed in, by the blind index of the identity. */
  async ofIdentity(district: number, identity: string, most: number): Promise<Pick<AppealsOfPersons, 'ids' | 'total'>> {
    const { rows } = await this.database.scope(district).query<{ id: string; total: number }>(
      {
        name: 'appeals of an identity',
        text: `select id, (count(*) over ())::int as total from search.register
          where district = $1 and identity = $2 and receipt is not null and not erased
          order by received_at desc, id limit $3`,
      },
      [district, identity, most],
    );
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  /** Of the persons whose appeals these are. */
  async ofPersons(district: number, appeals: readonly string[], most: number): Promise<AppealsOfPersons> {
    const { rows } = await this.database.scope(district).query<{ id: string; total: number; open: number }>(
      {
        name: 'applicants of persons',
        text: `with recursive ${KEYS},
          found as (select distinct r.id, r.received_at, r.state from keys k join search.register r on ${OF_KEY})
          select id, (count(*) over ())::int as total, (count(*) filter (where state = any($4)) over ())::int as open
          from found order by received_at desc, id limit $3`,
      },
      [district, appeals, most, OPEN],
    );
    const { total = 0, open = 0 } = rows[0] ?? {};
    return { ids: rows.map(({ id }) => id), total, open };
  }
}

export function isOpen(state: AppealState): boolean {
  return OPEN.includes(state);
}
