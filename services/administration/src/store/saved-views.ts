import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import { openViewWords, sealViewWords, Secrets } from '@otklik/vault';
import { IsNull, LessThan, Not, type Repository } from 'typeorm';
import { savedViewManagers, SavedViewRow } from './saved-view-table.js';

/** One version of an official's view of a list. */
export interface ViewVersion {
  readonly district: number;
  readonly id: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Id of the official who made it. */
  readonly owner: string;
  readonly isShared: boolean;
  /** Code of the department that a shared view is for; null: the whole district. */
  readonly department: string | null;
  /** Empty once it is removed. */
  readonly name: string;
  /** As the address of the list names it: `in-work`. */
  readonly list: string;
  /** Filters and order as the address of the list has them, without words. */
  readonly query: string;
  readonly words: string | null;
  /** Ids of the shown columns; empty: the usual ones. */
  readonly columns: readonly string[];
  readonly removed: boolean;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly changedBy: string;
  /** The command that made the version, and the keyed hash of its input. */
  readonly command: string;
  readonly fingerprint: string;
}

/** Versions are appended; what the official typed is kept of the newest alone, sealed. */
@Injectable()
export class SavedViews {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    secrets: Secrets,
  ) {
    this.key = secrets.of('saved-view');
  }

  /** Serialises the changes of the district's views until the transaction ends. */
  async lock(tx: Transaction, district: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('administration.saved_view'), $1)`, [district]);
  }

  async newest(tx: Transaction, district: number, id: string): Promise<ViewVersion | undefined> {
    const row = await (await table(tx)).findOne({ where: { district, id }, order: { version: 'DESC' } });
    return row ? this.versionOf(row) : undefined;
  }

  async byCommand(tx: Transaction, district: number, command: string): Promise<ViewVersion | undefined> {
    const row = await (await table(tx)).findOneBy({ district, command });
    return row ? this.versionOf(row) : undefined;
  }

  async append(tx: Transaction, { name, words, ...version }: ViewVersion): Promise<void> {
    const { district, id, removed } = version;
    const typed = words === null ? { name } : { name, words };
    const sealed = removed ? null : sealViewWords(this.key, id, typed);
    const rows = await table(tx);
    await rows.update({ district, id, version: LessThan(version.version), sealed: Not(IsNull()) }, { sealed: null });
    await rows.insert({ ...version, columns: [...version.columns], sealed, changedAt: new Date(version.changedAt) });
  }

  /** Those that are not removed, by name. */
  async current(tx: Transaction, district: number): Promise<readonly ViewVersion[]> {
    const rows = await (await table(tx)).find({ where: { district, removed: false, sealed: Not(IsNull()) } });
    return rows.map((row) => this.versionOf(row)).sort((one, other) => one.name.localeCompare(other.name, 'ru'));
  }

  all(district: number): Promise<readonly ViewVersion[]> {
    return this.database.scope(district).transaction((tx) => this.current(tx, district));
  }

  private versionOf({ sealed, changedAt, ...row }: SavedViewRow): ViewVersion {
    const { name, words = null } = sealed === null ? { name: '' } : openViewWords(this.key, row.id, sealed);
    return { ...row, name, words, changedAt: changedAt.toISOString() };
  }
}

async function table(tx: Transaction): Promise<Repository<SavedViewRow>> {
  return (await savedViewManagers)(tx).getRepository(SavedViewRow);
}
