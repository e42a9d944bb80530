import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import { AnsweredQuestions } from '../../application/assignments.js';

/** As routing published it. */
@Injectable()
export class PostgresAnsweredQuestions implements AnsweredQuestions {
  constructor(private readonly database: Database) {}

  async has(district: number, question: string): Promise<boolean> {
    const sql = 'select 1 from responses.answered where district = $1 and question = $2';
    return (await this.database.scope(district).query(sql, [district, question])).rows.length > 0;
  }

  async keep(tx: Transaction, district: number, question: string): Promise<void> {
    await tx.query('insert into responses.answered (district, question) values ($1, $2) on conflict do nothing', [
      district,
      question,
    ]);
  }

  async remove(tx: Transaction, district: number, question: string): Promise<void> {
    await tx.query('delete from responses.answered where district = $1 and question = $2', [district, question]);
  }
}
