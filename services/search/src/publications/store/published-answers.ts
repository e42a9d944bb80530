import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { PhotoSide } from '@otklik/contracts/publication-enumerations';
import { Database } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import { nearestAnswers, type NearAnswer } from '../domain/nearest-answers.js';
import { askedLemmas } from '../domain/public-words.js';

/** As all may read it: no day, number, name or point. */
export interface PublishedRow {
  readonly id: string;
  readonly title: string;
  readonly matter: string;
  readonly text: string;
  /** Codes. */
  readonly topic: string | null;
  readonly settlement: string | null;
  /** `2026-11`: of the answer. */
  readonly month: string;
  readonly result: Outcome;
  /** How many readers it helped, and how many not. */
  readonly helped: number;
  readonly notHelped: number;
  /** Those that were released, in their order. */
  readonly photos: readonly KeptPhoto[];
}

export interface KeptPhoto {
  /** 1, 2, 3 … among those that were proposed. */
  readonly number: number;
  readonly file: string;
  readonly side: PhotoSide;
  /** What is seen on it. */
  readonly alt: string;
}

/** Of a topic or a settlement, by its code. */
export interface PublishedCount {
  readonly code: string;
  readonly count: number;
}

export interface PublishedFilter {
  readonly words?: string;
  readonly topic?: string;
  readonly settlement?: string;
}

interface Listed {
  readonly rows: readonly PublishedRow[];
  readonly total: number;
  /** Of all that match. */
  readonly helped: number;
  readonly notHelped: number;
  readonly topics: readonly PublishedCount[];
  readonly settlements: readonly PublishedCount[];
}

const MAX_WORDS = 10;
/** Of a text that is about to be sent the first words say what it is about. */
const MAX_NEAR_WORDS = 60;
const MAX_NEAR_LETTERS = 2_000;
const MAX_NEAR = 200;

/** Answers of one district that all may read. What was taken back, lost its text with its author, or is considered again is none. */
const from = `from search.publication p join search.register_question q on q.district = p.district and q.id = p.question`;
const isRead = `p.district = $1 and p.stage = 'PUBLISHED' and p.title <> '' and q.answered_on is not null and q.outcome is not null`;
/** `$1` is the district; `p` the publication. */
export const ofRead = `${from} where ${isRead}`;
const fields = `p.id, p.title, p.matter, p.text, p.photos, q.topic, q.settlement, left(q.answered_on::text, 7) as month, q.outcome as result,
  ${marked('helped')} as helped, ${marked('not helped')} as "notHelped"`;

@Injectable()
export class PublishedAnswers {
  constructor(
    private readonly database: Database,
    private readonly analyse: Analyse,
  ) {}

  /** The newest first, `first` from `skip` on; all that match are counted. */
  async list(district: number, filter: PublishedFilter, { skip, first }: { skip: number; first: number }) {
    const { sql, values } = this.conditions(filter);
    const { rows } = await this.database.scope(district).query<Listed>(
      `with found as materialized (select p.id, p.published_at, q.topic, q.settlement ${ofRead} ${sql}),
         page as (select f.id, row_number() over (order by f.published_at desc, f.id) as place
           from found f order by place limit ${first} offset ${skip})
       select (select count(*)::int from found) as total, ${markedOfAll('helped')} as helped, ${markedOfAll('not helped')} as "notHelped",
         (select coalesce(json_agg(to_jsonb(shown) - 'place' order by shown.place), '[]') from
           (select ${fields}, page.place ${from} join page on page.id = p.id where ${isRead}) shown) as rows,
         ${counted('topic')} as topics, ${counted('settlement')} as settlements`,
      [district, ...values],
    );
    return rows[0]!;
  }

  /** `TAKEN_BACK` once it was published and is no more; undefined: it never was. */
  async one(district: number, id: string): Promise<PublishedRow | 'TAKEN_BACK' | undefined> {
    const scope = this.database.scope(district);
    const { rows } = await scope.query<PublishedRow>(`select ${fields} ${ofRead} and p.id = $2`, [district, id]);
    if (rows[0]) return rows[0];
    const sql = 'select from search.publication where district = $1 and id = $2 and published_at is not null';
    const { rowCount } = await scope.query(sql, [district, id]);
    return rowCount ? 'TAKEN_BACK' : undefined;
  }

  /** Of these questions, by question: the text of the answer that all may read. */
  async texts(district: number, questions: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.database.scope(district).query<{ readonly question: string; readonly text: string }>(
      `select distinct on (p.question) p.question, p.text ${ofRead} and p.question = any ($2::uuid[])
         order by p.question, p.published_at desc`,
      [district, questions],
    );
    return new Map(rows.map(({ question, text }) => [question, text]));
  }

  /** The nearest to a text that is about to be sent, the best first; the text is kept nowhere. */
  async nearest(district: number, { words: text = '', ...chosen }: PublishedFilter): Promise<readonly PublishedRow[]> {
    const asked = askedLemmas(text.slice(0, MAX_NEAR_LETTERS), this.analyse).slice(0, MAX_NEAR_WORDS);
    const at = asked.flatMap((lemmas, word) => lemmas.map(() => word));
    const scope = this.database.scope(district);
    const found = await scope.query<NearAnswer>(
      `select p.id, q.topic, q.settlement, asked.words
       ${from}
       cross join lateral (
         select array_agg(distinct a.word) as words from unnest($2::int[], $3::text[]) a (word, lemma)
         where a.lemma = any (p.words)) asked
       where ${isRead} and p.words && $3::text[] order by cardinality(asked.words) desc, p.published_at desc limit ${MAX_NEAR}`,
      [district, at, asked.flat()],
    );
    const ids = nearestAnswers(found.rows, { ...chosen, words: asked.length });
    if (ids.length === 0) return [];
    const { rows } = await scope.query<PublishedRow>(`select ${fields} ${ofRead} and p.id = any ($2::uuid[])`, [
      district,
      ids,
    ]);
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }

  private conditions({ words = '', topic, settlement }: PublishedFilter) {
    const asked = askedLemmas(words, this.analyse).slice(0, MAX_WORDS);
    const values: unknown[] = [];
    const and = (value: unknown, sql: (at: string) => string): string => {
      values.push(value);
      return ` and ${sql(`$${values.length + 1}`)}`;
    };
    const sql = [
      ...asked.map((lemmas) => and(lemmas, (at) => `p.words && ${at}::text[]`)),
      ...(topic === undefined ? [] : [and(topic, (at) => `q.topic = ${at}`)]),
      ...(settlement === undefined ? [] : [and(settlement, (at) => `q.settlement = ${at}`)]),
    ].join('');
    return { sql, values };
  }
}

function marked(which: 'helped' | 'not helped'): string {
  return `(select count(*)::int from search.answer_mark m where m.district = p.district and m.publication = p.id and ${which})`;
}

function markedOfAll(which: 'helped' | 'not helped'): string {
  return `(select count(*)::int from search.answer_mark m join found f on f.id = m.publication where m.district = $1 and ${which})`;
}

function counted(column: 'topic' | 'settlement'): string {
  return `(select coalesce(json_agg(json_build_object('code', code, 'count', count) order by count desc, code), '[]')
    from (select ${column} as code, count(*)::int as count from found where ${column} is not null group by ${column}) c)`;
}
