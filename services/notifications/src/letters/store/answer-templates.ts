import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Repository } from 'typeorm';
import { answerTemplateManagers, AnswerTemplateRow } from './answer-template-table.js';

/** One version of a template of answers. */
export interface TemplateVersion {
  readonly district: number;
  readonly id: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Code of the district's topic; null: for every topic. */
  readonly topic: string | null;
  readonly title: string;
  readonly text: string;
  readonly outcome: Outcome | null;
  /** By it the moderator answers a message at once. */
  readonly forMessages: boolean;
  readonly removed: boolean;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  /** The official's id. */
  readonly changedBy: string;
  /** The command that made the version, and the keyed hash of its input. */
  readonly command: string;
  readonly fingerprint: string;
}

/** Versions are appended and never changed. */
@Injectable()
export class AnswerTemplates {
  constructor(private readonly database: Database) {}

  /** Serialises the changes of the district's templates until the transaction ends. */
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

  /** The newest version of each template that is not removed, by title. */
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
