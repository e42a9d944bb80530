import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import { LessThan, Not, type Repository } from 'typeorm';
import { personalDraftManagers, PersonalDraftRow } from './personal-draft-table.js';

/** Whose text for which response. */
export interface DraftKey {
  readonly district: number;
  readonly response: string;
  readonly official: string;
}

/** An official's own unsent text for a response. */
export interface KeptDraft extends DraftKey {
  /** Sealed under the person's key, for the command that saved it. */
  readonly sealed: Sealed;
  readonly outcome: Outcome | null;
  readonly promisedUntil: LocalDate | null;
  /** The response's version beside which it was written. */
  readonly basedOn: number;
  /** ISO 8601 UTC. */
  readonly savedAt: string;
  /** Ids of the newest commands that saved it, the last one last. */
  readonly commands: readonly string[];
}

/** The drafts of a district. */
export interface DraftCount {
  readonly kept: number;
  /** Last saved before a moment. */
  readonly due: number;
  /** When the oldest was saved last, ISO 8601 UTC. */
  readonly oldest: string | null;
}

@Injectable()
export class PersonalDrafts {
  constructor(private readonly database: Database) {}

  /** Locked until the transaction ends, so that two saves do not overtake each other. */
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

  /** Of the other officials for the same response, the latest first. */
  ofOthers({ district, response, official }: DraftKey): Promise<readonly KeptDraft[]> {
    return this.database.scope(district).transaction(async (tx) => {
      const where = { district, response, official: Not(official) };
      return (await (await table(tx)).find({ where, order: { savedAt: 'DESC' } })).map(keptOf);
    });
  }

  /** False when there was none. */
  async remove(tx: Transaction, { district, response, official }: DraftKey): Promise<boolean> {
    const { affected } = await (await table(tx)).delete({ district, response, official });
    return (affected ?? 0) > 0;
  }

  /** `before`: ISO 8601 UTC. */
  counts(district: number, before: string): Promise<DraftCount> {
    return this.database.scope(district).transaction(async (tx) => {
      const drafts = await table(tx);
      const kept = await drafts.countBy({ district });
      const due = await drafts.countBy({ district, savedAt: LessThan(new Date(before)) });
      const [oldest] = await drafts.find({ where: { district }, order: { savedAt: 'ASC' }, take: 1 });
      return { kept, due, oldest: oldest?.savedAt.toISOString() ?? null };
    });
  }

  /** Those that were saved last before it. Answers how many there were. */
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
