import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { KeptOf } from '../application/evolve-questions.js';

/** What letters say of a question, as routing published it; undefined where it has none. */
export interface Question {
  readonly appeal: string;
  /** The question's version. */
  readonly version: number;
  /** Codes of the district's directory. */
  readonly topic?: string | undefined;
  readonly department?: string | undefined;
  /** The official's id. */
  readonly executor?: string | undefined;
  /** YYYY-MM-DD */
  readonly dueOn?: string | undefined;
}

interface Row {
  readonly question: string;
  readonly appeal: string;
  readonly version: number;
  readonly topic: string | null;
  readonly department: string | null;
  readonly executor: string | null;
  readonly dueOn: string | null;
}

type QuestionOf = Pick<KeptOf<Question>, 'district' | 'question'>;

@Injectable()
export class Questions {
  async of(tx: Transaction, district: number, question: string): Promise<Question | undefined> {
    return (await this.ofAll(tx, [{ district, question }])).get(question);
  }

  /** By id. */
  async ofAll(tx: Transaction, questions: readonly QuestionOf[]): Promise<ReadonlyMap<string, Question>> {
    const { rows } = await tx.query<Row>(
      {
        name: 'notifications.questions',
        text: `select q.question, q.appeal, q.version, q.topic, q.department, q.executor, q.due_on as "dueOn"
          from (select distinct * from unnest($1::int[], $2::uuid[]) as k(district, question)) k
          join notifications.question q on q.district = k.district and q.question = k.question`,
      },
      [questions.map(({ district }) => district), questions.map(({ question }) => question)],
    );
    return new Map(rows.map((row) => [row.question, questionOf(row)]));
  }

  /** One that is older than what is kept changes nothing. */
  async keepAll(tx: Transaction, questions: readonly KeptOf<Question>[]): Promise<void> {
    if (questions.length === 0) return;
    await tx.query(
      {
        name: 'notifications.keep_questions',
        text: `insert into notifications.question (district, question, appeal, version, topic, department, executor, due_on)
          select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::uuid[], $8::text[])
            as n(district, question, appeal, version, topic, department, executor, due_on)
          order by n.district, n.question
          on conflict (district, question) do update set version = excluded.version, topic = excluded.topic,
            department = excluded.department, executor = excluded.executor, due_on = excluded.due_on
          where question.version < excluded.version`,
      },
      [
        questions.map(({ district }) => district),
        questions.map(({ question }) => question),
        questions.map(({ kept }) => kept.appeal),
        questions.map(({ kept }) => kept.version),
        questions.map(({ kept }) => kept.topic ?? null),
        questions.map(({ kept }) => kept.department ?? null),
        questions.map(({ kept }) => kept.executor ?? null),
        questions.map(({ kept }) => kept.dueOn ?? null),
      ],
    );
  }
}

function questionOf({ appeal, version, topic, department, executor, dueOn }: Row): Question {
  return {
    ...{ appeal, version, topic: topic ?? undefined, department: department ?? undefined },
    ...{ executor: executor ?? undefined, dueOn: dueOn ?? undefined },
  };
}
