import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Repository } from 'typeorm';
import type { AnswerTemplates, TemplateVersion } from '../../application/answer-templates.js';
import { answerTemplateManagers, AnswerTemplateRow } from './answer-template-table.js';

@Injectable()
export class PostgresAnswerTemplates implements AnswerTemplates {
  constructor(private readonly database: Database) {}

  async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('notifications.answer_template'), $1)`, [district]);
  }

  async newest(tx: Transaction, district: number, id: string): Promise<TemplateVersion | undefined> {
    const row = await (await table(tx)).findOne({ where: { district, id }, order: { version: 'DESC' } });
    return row ? versionOf(row) : undefined;
  }

  async byCommand(tx: Transaction, district: number, command: string): Promise<TemplateVersion | undefined> {
    const row = await (await table(tx)).findOneBy({ district, command });
    return row ? versionOf(row) : undefined;
  }

  async append(tx: Transaction, version: TemplateVersion): Promise<void> {
    await (await table(tx)).insert({ ...version, changedAt: new Date(version.changedAt) });
  }

  all(district: number): Promise<readonly TemplateVersion[]> {
    return this.database.scope(district).transaction(async (tx) => {
      const rows = await (await table(tx)).find({ where: { district }, order: { title: 'ASC', version: 'DESC' } });
      const newest = new Map<string, AnswerTemplateRow>();
      for (const row of rows) if ((newest.get(row.id)?.version ?? 0) < row.version) newest.set(row.id, row);
      return [...newest.values()].filter(({ removed }) => !removed).map(versionOf);
    });
  }
}

async function table(tx: Transaction): Promise<Repository<AnswerTemplateRow>> {
  return (await answerTemplateManagers)(tx).getRepository(AnswerTemplateRow);
}

function versionOf({ changedAt, ...row }: AnswerTemplateRow): TemplateVersion {
  return { ...row, changedAt: changedAt.toISOString() };
}
