import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import { Assignments, type Assignment } from '../../application/assignments.js';

/**
 * A table, not events of the response: they would raise the response's version where no official sees it, and every
 * expected version would be out of date.
 */
@Injectable()
export class PostgresAssignments implements Assignments {
  constructor(private readonly database: Database) {}

  async of(district: number, question: string): Promise<Assignment> {
    const found = await this.database
      .scope(district)
      .query<{ department: string | null; executor: string | null }>(
        'select department, executor from responses.assignment where district = $1 and question = $2',
        [district, question],
      );
    const { department, executor } = found.rows[0] ?? { department: null, executor: null };
    return { department: department ?? undefined, executor: executor ?? undefined };
  }

  async keep(
    tx: Transaction,
    district: number,
    question: string,
    version: number,
    { department, executor }: Assignment,
  ): Promise<void> {
    await tx.query(
      `insert into responses.assignment (district, question, version, department, executor) values ($1, $2, $3, $4, $5)
       on conflict (district, question) do update
       set version = excluded.version, department = excluded.department, executor = excluded.executor
       where assignment.version < excluded.version`,
      [district, question, version, department ?? null, executor ?? null],
    );
  }
}
