import { Injectable } from '@nestjs/common';
import { isPublicationAllowed } from '@otklik/case/appeal-publication';
import type { Case } from '@otklik/case/case';
import { Database } from '@otklik/tenancy';
import type { Assignment, Assignments, QuestionOf } from '../../application/assignments.js';

type Question = Case['questions'][string];

/**
 * The case as routing published it, not events of the response: they would raise the response's version where no official
 * sees it, and every expected version would be out of date.
 */
@Injectable()
export class PostgresAssignments implements Assignments {
  constructor(private readonly database: Database) {}

  async of(district: number, question: QuestionOf): Promise<Assignment> {
    const known = await this.known(district, question);
    return { department: known?.department, executor: known?.executor };
  }

  async isAnswered(district: number, question: QuestionOf): Promise<boolean> {
    return (await this.known(district, question))?.answeredOn !== undefined;
  }

  async isPublicationAllowed(district: number, { appeal, question }: QuestionOf): Promise<boolean> {
    const sql = `select state -> 'appeal' as appeal from responses.case_row where district = $1 and appeal = $2`;
    const { rows } = await this.database
      .scope(district)
      .query<{ appeal: Case['appeal'] | null }>(sql, [district, appeal]);
    const known = rows[0]?.appeal;
    return known ? isPublicationAllowed(known, question) : false;
  }

  private async known(district: number, { appeal, question }: QuestionOf): Promise<Question | undefined> {
    const sql = `select state -> 'questions' -> $3 as question from responses.case_row where district = $1 and appeal = $2`;
    const { rows } = await this.database
      .scope(district)
      .query<{ question: Question | null }>(sql, [district, appeal, question]);
    return rows[0]?.question ?? undefined;
  }
}
