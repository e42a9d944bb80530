import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';

/** Questions whose answer is proved to be sent. As routing published it. */
@Injectable()
export class AnsweredQuestions {
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

  /** It is considered again. */
  async remove(tx: Transaction, district: number, question: string): Promise<void> {
    await tx.query('delete from responses.answered where district = $1 and question = $2', [district, question]);
  }
}
