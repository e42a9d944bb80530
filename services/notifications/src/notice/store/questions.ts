import { Injectable } from '@nestjs/common';
import type { Case } from '@otklik/case/case';
import { hasEnded } from '@otklik/case/question-status';
import type { QuestionState } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';

/** What letters say of a question, as routing published it; undefined where it has none. */
export interface Question {
  readonly district: number;
  readonly question: string;
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

type QuestionOf = Pick<Question, 'appeal' | 'question'>;

type Row = { readonly [Field in keyof Question]-?: Exclude<Question[Field], undefined> | null };

@Injectable()
export class Questions {
  async of(tx: Transaction, district: number, question: string): Promise<Question | undefined> {
    const { rows } = await tx.query<Row>(
      `select district, question, appeal, version, topic, department, executor, due_on as "dueOn"
       from notifications.question where district = $1 and question = $2`,
      [district, question],
    );
    return rows.map(questionOf)[0];
  }

  /** Whether it is known and has not ended, as the row of its case says, with an executor or without. */
  async isOpen(tx: Transaction, district: number, { appeal, question }: QuestionOf): Promise<boolean> {
    const { rows } = await tx.query<{ readonly state: QuestionState | null }>(
      `select state -> 'questions' -> $3 ->> 'state' as state from notifications.case_row where district = $1 and appeal = $2`,
      [district, appeal, question],
    );
    const state = rows[0]?.state ?? undefined;
    return state !== undefined && !hasEnded(state);
  }

  /** As far as it has been consumed; what is consumed meanwhile waits for the end of the transaction. */
  async caseHeld(tx: Transaction, district: number, appeal: string): Promise<Case | undefined> {
    const { rows } = await tx.query<{ readonly state: Case }>(
      'select state from notifications.case_row where district = $1 and appeal = $2 for share',
      [district, appeal],
    );
    return rows[0]?.state;
  }

  /** One that is older than what is kept changes nothing. */
  async keep(tx: Transaction, questions: readonly Question[]): Promise<void> {
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
        questions.map(({ appeal }) => appeal),
        questions.map(({ version }) => version),
        questions.map(({ topic }) => topic ?? null),
        questions.map(({ department }) => department ?? null),
        questions.map(({ executor }) => executor ?? null),
        questions.map(({ dueOn }) => dueOn ?? null),
      ],
    );
  }
}

function questionOf({ topic, department, executor, dueOn, ...row }: Row): Question {
  return {
    ...(row as Pick<Question, 'district' | 'question' | 'appeal' | 'version'>),
    topic: topic ?? undefined,
    department: department ?? undefined,
    executor: executor ?? undefined,
    dueOn: dueOn ?? undefined,
  };
}
