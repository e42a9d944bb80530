import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import { LessThan, Not, type Repository } from 'typeorm';
import type { DraftCount, DraftKey, KeptDraft, PersonalDrafts } from '../../application/personal-drafts.js';
import { PersonalDraftRow, personalDraftManagers } from './personal-draft-table.js';

@Injectable()
export class PostgresPersonalDrafts implements PersonalDrafts {
  constructor(private readonly database: Database) {}

  async lock(tx: Transaction, { district, response, official }: DraftKey): Promise<KeptDraft | undefined> {
    // Where there is no row yet, a row lock would not hold a concurrent first save back.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [
      `draft|${response}|${official}`,
      district,
    ]);
    const row = await (await table(tx)).findOneBy({ district, response, official });
    return row ? keptOf(row) : undefined;
  }

  async keep(tx: Transaction, draft: KeptDraft): Promise<void> {
    const row = { ...draft, savedAt: new Date(draft.savedAt), commands: [...draft.commands] };
    await (await table(tx)).upsert(row, ['district', 'response', 'official']);
  }

  of({ district, response, official }: DraftKey): Promise<KeptDraft | undefined> {
    return this.database.scope(district).transaction(async (tx) => {
      const row = await (await table(tx)).findOneBy({ district, response, official });
      return row ? keptOf(row) : undefined;
    });
  }

  ofOthers({ district, response, official }: DraftKey): Promise<readonly KeptDraft[]> {
    return this.database.scope(district).transaction(async (tx) => {
      const where = { district, response, official: Not(official) };
      return (await (await table(tx)).find({ where, order: { savedAt: 'DESC' } })).map(keptOf);
    });
  }

  async remove(tx: Transaction, { district, response, official }: DraftKey): Promise<boolean> {
    const { affected } = await (await table(tx)).delete({ district, response, official });
    return (affected ?? 0) > 0;
  }

  counts(district: number, before: string): Promise<DraftCount> {
    return this.database.scope(district).transaction(async (tx) => {
      const drafts = await table(tx);
      const kept = await drafts.countBy({ district });
      const due = await drafts.countBy({ district, savedAt: LessThan(new Date(before)) });
      const [oldest] = await drafts.find({ where: { district }, order: { savedAt: 'ASC' }, take: 1 });
      return { kept, due, oldest: oldest?.savedAt.toISOString() ?? null };
    });
  }

  removeBefore(district: number, before: string): Promise<number> {
    return this.database.scope(district).transaction(async (tx) => {
      const { affected } = await (await table(tx)).delete({ district, savedAt: LessThan(new Date(before)) });
      return affected ?? 0;
    });
  }
}

async function table(tx: Transaction): Promise<Repository<PersonalDraftRow>> {
  return (await personalDraftManagers)(tx).getRepository(PersonalDraftRow);
}

function keptOf({ savedAt, ...row }: PersonalDraftRow): KeptDraft {
  return { ...row, savedAt: savedAt.toISOString() };
}
