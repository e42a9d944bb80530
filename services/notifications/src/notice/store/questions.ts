import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';

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
  readonly appeal: string;
  readonly version: number;
  readonly topic: string | null;
  readonly department: string | null;
  readonly executor: string | null;
  readonly dueOn: string | null;
}

@Injectable()
export class Questions {
  async of(tx: Transaction, district: number, question: string): Promise<Question | undefined> {
    const { rows } = await tx.query<Row>(
      `select appeal, version, topic, department, executor, due_on as "dueOn"
       from notifications.question where district = $1 and question = $2`,
      [district, question],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { appeal, version, topic, department, executor, dueOn } = row;
    return {
      ...{ appeal, version, topic: topic ?? undefined, department: department ?? undefined },
      ...{ executor: executor ?? undefined, dueOn: dueOn ?? undefined },
    };
  }

  async keep(
    tx: Transaction,
    district: number,
    question: string,
    { appeal, version, topic, department, executor, dueOn }: Question,
  ): Promise<void> {
    await tx.query(
      `insert into notifications.question (district, question, appeal, version, topic, department, executor, due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (district, question) do update set version = excluded.version, topic = excluded.topic,
         department = excluded.department, executor = excluded.executor, due_on = excluded.due_on
       where question.version < excluded.version`,
      [district, question, appeal, version, topic ?? null, department ?? null, executor ?? null, dueOn ?? null],
    );
  }
}
