import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import { Database } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
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

const PAGE = 20;
const MAX_WORDS = 10;

/** Answers of one district that all may read. What was taken back, lost its text with its author, or is considered again is none. */
const of = `from search.publication p
  join search.register_question q on q.district = p.district and q.id = p.question
  where p.district = $1 and p.stage = 'PUBLISHED' and p.title <> '' and q.answered_on is not null and q.outcome is not null`;
const fields = `p.id, p.title, p.matter, p.text, q.topic, q.settlement, left(q.answered_on::text, 7) as month, q.outcome as result`;

@Injectable()
export class PublishedAnswers {
  constructor(
    private readonly database: Database,
    private readonly analyse: Analyse,
  ) {}

  /** The newest first, 20 from `skip` on; all that match are counted. */
  async list(district: number, filter: PublishedFilter, skip: number) {
    const { sql, values } = this.conditions(filter);
    const scope = this.database.scope(district);
    const given = [district, ...values];
    const [rows, total, topics, settlements] = await Promise.all([
      scope.query<PublishedRow>(
        `select ${fields} ${of} ${sql} order by p.published_at desc, p.id limit ${PAGE} offset ${skip}`,
        given,
      ),
      scope.query<{ total: number }>(`select count(*)::int as total ${of} ${sql}`, given),
      scope.query<PublishedCount>(counted('topic', sql), given),
      scope.query<PublishedCount>(counted('settlement', sql), given),
    ]);
    return { rows: rows.rows, total: total.rows[0]!.total, topics: topics.rows, settlements: settlements.rows };
  }

  /** `TAKEN_BACK` once it was published and is no more; undefined: it never was. */
  async one(district: number, id: string): Promise<PublishedRow | 'TAKEN_BACK' | undefined> {
    const scope = this.database.scope(district);
    const { rows } = await scope.query<PublishedRow>(`select ${fields} ${of} and p.id = $2`, [district, id]);
    if (rows[0]) return rows[0];
    const sql = 'select from search.publication where district = $1 and id = $2 and published_at is not null';
    const { rowCount } = await scope.query(sql, [district, id]);
    return rowCount ? 'TAKEN_BACK' : undefined;
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

function counted(column: 'topic' | 'settlement', sql: string): string {
  return `select q.${column} as code, count(*)::int as count ${of} ${sql} and q.${column} is not null
    group by q.${column} order by count desc, code`;
}
