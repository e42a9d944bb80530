import { addToLog } from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';
import { addDistrictKey, erasePerson, type Erasure } from '@otklik/vault';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { openByPassphrase } from '../backup/sealed-secrets.js';
import type { Report } from '../cli/command.js';
import { fileLines } from '../cli/file-lines.js';
import type { Composition } from '../composition.js';
import { addEntries, loginsOf } from './entries.js';
import type { ExportKeys } from './export-district.js';
import {
  demandUnchanged,
  hashOf,
  KEYS,
  readManifest,
  type ExportedFile,
  type ExportManifest,
} from './export-folder.js';
import { movedTables } from './moved-tables.js';
import { ownerTransaction, schemasOf } from './owner-session.js';

export interface ImportOptions {
  readonly folder: string;
  readonly passphrase: string;
  /** Newer than the export's own: who was erased since. */
  readonly erasures: readonly Erasure[];
  /** An official of the district who has the login of one here is the same person. */
  readonly areLoginsSame: boolean;
}

export interface ImportedDistrict {
  readonly manifest: ExportManifest;
  /** Letters that had not left: they wait for the operator. */
  readonly held: number;
  /** Of the ledger that was given: those whom the export did not know as erased. */
  readonly erasedSince: readonly Erasure[];
}

const MAX_BATCH_ROWS = 500;
const MAX_BATCH_LENGTH = 4 * 1024 * 1024;

/**
 * Brings all of it in, or nothing: one transaction, in which the events come last, because readers of the logs wait for its end.
 * What took effect where the district was has taken effect here. Throws a PlainError where the folder or this installation forbids it.
 */
export async function importDistrict(
  composition: Composition,
  options: ImportOptions,
  report: Report,
  signal: AbortSignal,
): Promise<ImportedDistrict> {
  const { folder, passphrase } = options;
  const manifest = await readManifest(folder);
  const keys = await keysOf(folder, passphrase, manifest);
  for (const [at, file] of manifest.files.entries()) {
    signal.throwIfAborted();
    await demandUnchanged(folder, file);
    report.progress(at + 1, manifest.files.length, 'files checked');
  }
  return ownerTransaction(composition.ownerUrl, 'WRITE', async (tx) => {
    const run = new DistrictImport(composition, options, manifest, keys, tx, report, signal);
    return run.write();
  });
}

async function keysOf(folder: string, passphrase: string, manifest: ExportManifest): Promise<ExportKeys> {
  const sealed = await readFile(join(folder, KEYS), 'utf8').catch(() => {
    throw new PlainError(`${KEYS} of the export is missing. Nothing was changed.`);
  });
  const keys = JSON.parse(await openByPassphrase(sealed, passphrase, 'the export')) as ExportKeys;
  if (keys.manifest !== hashOf(manifest))
    throw new PlainError('manifest.json was changed since the export. Nothing was changed here.');
  return keys;
}

class DistrictImport {
  private readonly id: number;

  constructor(
    private readonly composition: Composition,
    private readonly options: ImportOptions,
    private readonly manifest: ExportManifest,
    private readonly keys: ExportKeys,
    private readonly tx: Transaction,
    private readonly report: Report,
    private readonly signal: AbortSignal,
  ) {
    this.id = manifest.district.id;
  }

  async write(): Promise<ImportedDistrict> {
    const entries = await this.linesOf('directory.jsonl');
    await this.demandPlace(loginsOf(entries));
    if (this.keys.districtKey !== null)
      await addDistrictKey(
        this.tx,
        this.composition.secrets.kek,
        this.id,
        Buffer.from(this.keys.districtKey, 'base64'),
      );
    await this.tables();
    const erasedSince = await this.eraseAgain();
    await this.residentFiles();
    const { heldOf } = await import('../cli/operations.js');
    const held = await heldOf(this.composition).holdIn(this.tx, this.id);
    await this.events();
    const { secrets } = this.composition;
    await addEntries(this.tx, this.id, entries, {
      from: Buffer.from(this.keys.transit, 'base64'),
      to: secrets.forPurpose('official-email'),
    });
    this.signal.throwIfAborted();
    return { manifest: this.manifest, held, erasedSince };
  }

  /** Throws a PlainError where the district cannot come in. */
  private async demandPlace(logins: readonly string[]): Promise<void> {
    const { id, code } = this.manifest.district;
    const { rows } = await this.tx.query<{ code: string }>(
      `select code from directory.entry where kind = 'district' and (district = $1 or code = $2)
       union all select 'keys' from vault.district_key where district = $1 limit 1`,
      [id, code],
    );
    if (rows.length > 0)
      throw new PlainError(
        `the district ${code}, number ${id}, is here already (${rows[0]!.code}). Nothing was changed.`,
      );
    if (!isDeepStrictEqual(this.manifest.schemas, await schemasOf(this.tx)))
      throw new PlainError(
        'the export is of another version of Otklik: upgrade both to the same one, and export again. Nothing was changed.',
      );
    if (!this.options.areLoginsSame) await this.demandOwnLogins(logins);
  }

  /** A login is one person's in all districts of an installation. */
  private async demandOwnLogins(logins: readonly string[]): Promise<void> {
    const { rows } = await this.tx.query<{ login: string }>(
      `select distinct login from (
         select code as login from directory.entry where kind = 'official' and valid_to is null
         union all select login from administration.account) known
       where login = any($1) order by 1`,
      [logins],
    );
    if (rows.length > 0)
      throw new PlainError(
        `other officials may have these logins here: ${rows.map(({ login }) => login).join(', ')}. ` +
          'If they are the same persons, add --same-logins. Nothing was changed.',
      );
  }

  private async tables(): Promise<void> {
    const tables = await movedTables(this.tx);
    for (const [at, { name, columns }] of tables.entries()) {
      const into = columns.join(', ');
      const insert = `insert into ${name} (${into}) select ${into} from json_populate_recordset(null::${name}, $1) where district = $2`;
      await this.each(`tables/${name}.jsonl`, async (lines) => {
        const { rowCount } = await this.tx.query(insert, [`[${lines.join(',')}]`, this.id]);
        return rowCount ?? 0;
      });
      this.report.progress(at + 1, tables.length, 'tables');
    }
  }

  /** Who was erased after the export was taken does not come back by it. */
  private async eraseAgain(): Promise<readonly Erasure[]> {
    const { rows } = await this.tx.query<{ person: string }>('select person from vault.erasure where district = $1', [
      this.id,
    ]);
    const known = new Set(rows.map(({ person }) => person));
    const since = this.options.erasures.filter(({ district, person }) => district === this.id && !known.has(person));
    for (const erasure of since) await erasePerson(this.tx, erasure);
    return since;
  }

  private async residentFiles(): Promise<void> {
    const { intakeOf } = await import('../cli/operations.js');
    const intake = intakeOf(this.composition);
    const { folder } = this.options;
    const lines = await this.linesOf('files.jsonl');
    for (const [at, line] of lines.entries()) {
      this.signal.throwIfAborted();
      const file = JSON.parse(line) as ExportedFile & { readonly id: string };
      await demandUnchanged(folder, file);
      const staged = await intake.stageSealedFile(this.id, file.id, await readFile(join(folder, file.path)));
      await staged.commit(this.tx);
      this.report.progress(at + 1, lines.length, 'files');
    }
  }

  private async events(): Promise<void> {
    for (const { definition } of this.composition.services.values()) {
      const { name: service, publish } = definition;
      if (!publish) continue;
      await this.each(`events/${service}.jsonl`, (rows) => addToLog(this.tx, { service, district: this.id, rows }));
    }
  }

  /** In batches; `write` answers how many of the lines were rows of the district. */
  private async each(path: string, write: (lines: readonly string[]) => Promise<number>): Promise<void> {
    let batch: string[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      this.signal.throwIfAborted();
      if (batch.length > 0 && (await write(batch)) !== batch.length)
        throw new PlainError(`${path} holds rows of another district. Nothing was changed.`);
      batch = [];
      length = 0;
    };
    for await (const line of fileLines(join(this.options.folder, path), Infinity)) {
      batch.push(line);
      length += line.length;
      if (batch.length === MAX_BATCH_ROWS || length > MAX_BATCH_LENGTH) await flush();
    }
    await flush();
  }

  private async linesOf(path: string): Promise<readonly string[]> {
    const text = await readFile(join(this.options.folder, path), 'utf8');
    return text.split('\n').filter((line) => line !== '');
  }
}
