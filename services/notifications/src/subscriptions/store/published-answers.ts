import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';

interface Publication {
  readonly district: number;
  /** Its id, and its permanent address. */
  readonly publication: string;
}

export interface Prepared extends Publication {
  readonly appeal: string;
  readonly question: string;
  /** Sealed as received. */
  readonly title: string;
}

export interface NewAnswer {
  readonly publication: string;
  readonly title: string;
}

/** Which answers are sought: published after `from` and not after `until`; empty codes: of every topic, of every place. */
export interface Sought {
  readonly topic: string;
  readonly settlement: string;
  readonly from: string;
  readonly until: string;
}

/** More than a person reads in a letter; the pages have them all. */
const MAX_ANSWERS = 31;
const KEPT_DAYS = 30;

/** Answers `a` of a topic and of a settlement, as they are now: `topic` and `settlement` are SQL, and an empty text is every one. */
export function publishedOn(topic: string, settlement: string): string {
  return `from notifications.published_answer a
    left join notifications.question q on q.district = a.district and q.question = a.question
    left join notifications.applicant p on p.district = a.district and p.appeal = a.appeal
    where (${topic} = '' or q.topic = ${topic}) and (${settlement} = '' or p.settlement = ${settlement})`;
}

/** What letters to subscribers say of published answers: of what was taken back there is no row. */
@Injectable()
export class PublishedAnswers {
  constructor(private readonly database: Database) {}

  async prepared(tx: Transaction, { district, publication, appeal, question, title }: Prepared): Promise<void> {
    await tx.query(
      `insert into notifications.published_answer (district, publication, appeal, question, title)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [district, publication, appeal, question, title],
    );
  }

  /** `at`: ISO 8601 UTC. */
  async released(tx: Transaction, { district, publication }: Publication, at: string): Promise<void> {
    await tx.query(
      'update notifications.published_answer set published_at = $3 where district = $1 and publication = $2',
      [district, publication, at],
    );
  }

  async ended(tx: Transaction, { district, publication }: Publication): Promise<void> {
    await tx.query('delete from notifications.published_answer where district = $1 and publication = $2', [
      district,
      publication,
    ]);
  }

  /** All of an appeal: its person was erased. */
  async erased(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from notifications.published_answer where district = $1 and appeal = $2', [
      district,
      appeal,
    ]);
  }

  /** Those that all may read at this moment, the newest first. */
  async live(district: number, { topic, settlement, from, until }: Sought): Promise<readonly NewAnswer[]> {
    const { rows } = await this.database.scope(district).query<NewAnswer>(
      `select a.publication, a.title ${publishedOn('$4', '$5')}
         and a.district = $1 and a.published_at > $2 and a.published_at <= $3
       order by a.published_at desc, a.publication limit ${MAX_ANSWERS}`,
      [district, from, until, topic, settlement],
    );
    return rows;
  }

  /** What no letter will tell any more goes; the pages keep it. */
  async sweep(district: number, at: string): Promise<void> {
    await this.database.scope(district).query(
      `delete from notifications.published_answer
         where district = $1 and published_at < $2::timestamptz - interval '${KEPT_DAYS} days'`,
      [district, at],
    );
  }
}
