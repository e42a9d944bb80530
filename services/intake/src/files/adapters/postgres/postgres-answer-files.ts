import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { AnswerFiles, AnswerOfFiles } from '../../application/answer-files.js';

type State = 'STANDS' | 'VOID' | 'SETTLED';

@Injectable()
export class PostgresAnswerFiles implements AnswerFiles {
  constructor(private readonly database: Database) {}

  async sign(tx: Transaction, district: number, { appeal, response, answer, files }: AnswerOfFiles): Promise<void> {
    await tx.query(
      `insert into intake.answer_file (district, appeal, response, answer, files, state)
       values ($1, $2, $3, $4, $5, 'STANDS') on conflict do nothing`,
      [district, appeal, response, answer, files],
    );
  }

  void(tx: Transaction, district: number, of: Parameters<AnswerFiles['void']>[2]): Promise<void> {
    return change(tx, district, of, ['STANDS'], 'VOID');
  }

  restore(tx: Transaction, district: number, of: Pick<AnswerOfFiles, 'response' | 'answer'>): Promise<void> {
    return change(tx, district, of, ['VOID'], 'STANDS');
  }

  settle(tx: Transaction, district: number, of: Pick<AnswerOfFiles, 'response'>): Promise<void> {
    return change(tx, district, of, ['STANDS'], 'SETTLED');
  }

  async isGiven(district: number, file: string): Promise<boolean> {
    const { rows } = await this.database
      .scope(district)
      .query(
        `select from intake.answer_file where district = $1 and files @> array[$2::uuid] and state <> 'VOID' limit 1`,
        [district, file],
      );
    return rows.length > 0;
  }

  async removeOf(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('delete from intake.answer_file where district = $1 and appeal = $2', [district, appeal]);
  }
}

async function change(
  tx: Transaction,
  district: number,
  { response, answer }: { readonly response: string; readonly answer?: string },
  from: readonly State[],
  to: State,
): Promise<void> {
  await tx.query(
    `update intake.answer_file set state = $5
     where district = $1 and response = $2 and ($3::uuid is null or answer = $3) and state = any($4)`,
    [district, response, answer ?? null, from, to],
  );
}
