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

interface Row {
  readonly appeal: string;
  readonly version: number;
  readonly department: string | null;
  readonly executor: string | null;
  readonly open: boolean;
  readonly rule: string | null;
  readonly dueOn: string | null;
  readonly workBy: string | null;
  readonly escalated: boolean;
}

@Injectable()
export class PostgresWatchedQuestions implements WatchedQuestions {
  async of(tx: Transaction, district: number, question: string): Promise<WatchedQuestion | undefined> {
    const { rows } = await tx.query<Row>(
      `select appeal, version, department, executor, open, rule, due_on as "dueOn", work_by as "workBy", escalated
       from notifications.watched_question where district = $1 and question = $2`,
      [district, question],
    );
    const [row] = rows;
    if (!row) return undefined;
    return {
      ...{ appeal: row.appeal, version: row.version, isOpen: row.open, isEscalated: row.escalated },
      ...{ department: row.department ?? undefined, executor: row.executor ?? undefined },
      ...{ rule: row.rule ?? undefined, dueOn: row.dueOn ?? undefined, workBy: row.workBy ?? undefined },
    };
  }

  async keep(tx: Transaction, district: number, question: string, watched: WatchedQuestion): Promise<void> {
    const { appeal, version, department, executor, isOpen, rule, dueOn, workBy, isEscalated } = watched;
    await tx.query(
      `insert into notifications.watched_question
         (district, question, appeal, version, department, executor, open, rule, due_on, work_by, escalated)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (district, question) do update set version = excluded.version, department = excluded.department,
         executor = excluded.executor, open = excluded.open, rule = excluded.rule, due_on = excluded.due_on,
         work_by = excluded.work_by, escalated = excluded.escalated
       where watched_question.version < excluded.version`,
      [
        ...[district, question, appeal, version, department ?? null, executor ?? null, isOpen],
        ...[rule ?? null, dueOn ?? null, workBy ?? null, isEscalated],
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

  async due(district: number, { executors, oversees }: DigestReader): Promise<readonly DueQuestion[]> {
    const { rows } = await this.database.scope(district).query<DueQuestion>(
      `select q.appeal, coalesce(a.number, a.receipt) as number, q.due_on as "dueOn", q.work_by as "workBy",
         coalesce(q.executor = any($2), false) as "isMine",
         (q.escalated and ($3 or q.department = any($4))) is true as "isEscalated"
       from notifications.watched_question q
       join notifications.applicant a on a.district = q.district and a.appeal = q.appeal
       where q.district = $1 and q.open and q.due_on is not null
         and (q.executor = any($2) or (q.escalated and ($3 or q.department = any($4))))
       order by q.due_on, number limit ${MAX_QUESTIONS}`,
      [district, executors, oversees === 'ALL', oversees === 'ALL' ? [] : oversees],
    );
    return rows;
  }
}
