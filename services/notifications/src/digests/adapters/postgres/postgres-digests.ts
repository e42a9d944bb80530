import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import type {
  DigestEnd,
  DigestKey,
  DigestReader,
  Digests,
  WatchedQuestion,
  WatchedQuestions,
} from '../../application/digests.js';
import type { DueQuestion } from '../../domain/digest.js';

/** More than a person reads in the morning; the lists have them all. */
const MAX_QUESTIONS = 500;

@Injectable()
export class PostgresWatchedQuestions implements WatchedQuestions {
  async keep(tx: Transaction, watched: readonly WatchedQuestion[]): Promise<void> {
    await tx.query(
      {
        name: 'notifications.keep_watched',
        text: `insert into notifications.watched_question
            (district, question, appeal, version, department, executor, open, rule, due_on, work_by, escalated, unread,
             parts_of, parts_in)
          select n.district, n.question, n.appeal, n.version, n.department, n.executor, n.open, n.rule, n.due_on, n.work_by,
            coalesce(n.escalated, w.escalated, false), n.unread, string_to_array(n.parts_of, ',')::uuid[],
            string_to_array(n.parts_in, ',')
          from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::uuid[], $7::boolean[], $8::text[],
            $9::text[], $10::text[], $11::boolean[], $12::boolean[], $13::text[], $14::text[])
            as n(district, question, appeal, version, department, executor, open, rule, due_on, work_by, escalated, unread,
              parts_of, parts_in)
          left join notifications.watched_question w on w.district = n.district and w.question = n.question
          where w.question is not null or n.executor is not null or n.escalated or n.parts_of <> '' or n.parts_in <> ''
          order by n.district, n.question
          on conflict (district, question) do update set version = excluded.version, department = excluded.department,
            executor = excluded.executor, open = excluded.open, rule = excluded.rule, due_on = excluded.due_on,
            work_by = excluded.work_by, escalated = excluded.escalated, unread = excluded.unread,
            parts_of = excluded.parts_of, parts_in = excluded.parts_in
          where watched_question.version <= excluded.version`,
      },
      [
        watched.map(({ district }) => district),
        watched.map(({ question }) => question),
        watched.map(({ appeal }) => appeal),
        watched.map(({ version }) => version),
        watched.map(({ department }) => department ?? null),
        watched.map(({ executor }) => executor ?? null),
        watched.map(({ isOpen }) => isOpen),
        watched.map(({ rule }) => rule ?? null),
        watched.map(({ dueOn }) => dueOn ?? null),
        watched.map(({ workBy }) => workBy ?? null),
        watched.map(({ isEscalated }) => isEscalated ?? null),
        watched.map(({ isUnread }) => isUnread),
        watched.map(({ partsOf }) => partsOf.join(',')),
        watched.map(({ partsIn }) => partsIn.join(',')),
      ],
    );
  }
}

@Injectable()
export class PostgresDigests implements Digests {
  constructor(private readonly database: Database) {}

  async begun(district: number, day: LocalDate, at: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.database.scope(district).query<{ readonly official: string }>(
      `select official from notifications.digest
       where district = $1 and day = $2 and not (state = 'POSTPONED' and next_at <= $3)`,
      [district, day, at],
    );
    return new Set(rows.map(({ official }) => official));
  }

  async claim({ district, official, day }: DigestKey, at: string): Promise<boolean> {
    const { rowCount } = await this.database.scope(district).query(
      `insert into notifications.digest (district, official, day, state, at) values ($1, $2, $3, 'SENDING', $4)
       on conflict (district, official, day) do update set state = 'SENDING', at = excluded.at, next_at = null
       where digest.state = 'POSTPONED' and digest.next_at <= $4`,
      [district, official, day, at],
    );
    return rowCount === 1;
  }

  async finish({ district, official, day }: DigestKey, end: DigestEnd): Promise<void> {
    await this.database
      .scope(district)
      .query('update notifications.digest set state = $4 where district = $1 and official = $2 and day = $3', [
        ...[district, official, day, end],
      ]);
  }

  async postpone({ district, official, day }: DigestKey, until: string): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.digest set state = 'POSTPONED', next_at = $4
       where district = $1 and official = $2 and day = $3`,
      [district, official, day, until],
    );
  }

  async due(district: number, { executors, helpsIn, oversees }: DigestReader): Promise<readonly DueQuestion[]> {
    const { rows } = await this.database.scope(district).query<DueQuestion>(
      `select q.appeal, coalesce(a.number, a.receipt) as number, q.due_on as "dueOn", q.work_by as "workBy",
         coalesce(q.executor = any($2), false) as "isMine", q.unread as "isUnread",
         q.parts_of && $2::uuid[] or q.parts_in && $5::text[] as "hasPart",
         (q.escalated and ($3 or q.department = any($4))) is true as "isEscalated"
       from notifications.watched_question q
       join notifications.applicant a on a.district = q.district and a.appeal = q.appeal
       where q.district = $1 and q.open and q.due_on is not null
         and (q.executor = any($2) or q.parts_of && $2::uuid[] or q.parts_in && $5::text[]
           or (q.escalated and ($3 or q.department = any($4))))
       order by q.due_on, number limit ${MAX_QUESTIONS}`,
      [district, executors, oversees === 'ALL', oversees === 'ALL' ? [] : oversees, helpsIn],
    );
    return rows;
  }
}
