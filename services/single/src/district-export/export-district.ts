import { eventOwners } from '@otklik/contracts/published-events';
import { readDistrictLog } from '@otklik/event-store';
import type { District, Transaction } from '@otklik/tenancy';
import { openDistrictKey, readableEvents } from '@otklik/vault';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sealByPassphrase } from '../backup/sealed-secrets.js';
import type { Report } from '../cli/command.js';
import type { ComposedService, Composition } from '../composition.js';
import { writeWhole } from '../durable-file.js';
import { readEntries } from './entries.js';
import {
  hashOf,
  HashedFile,
  KEYS,
  writeFileOf,
  writeManifest,
  type ExportedFile,
  type ExportManifest,
} from './export-folder.js';
import { movedTables, type MovedTable } from './moved-tables.js';
import { ownerTransaction, schemasOf } from './owner-session.js';
import { readme } from './readme.js';
import { registerDigest } from './register-digest.js';

export interface ExportOptions {
  /** Empty. */
  readonly folder: string;
  readonly district: District;
  readonly passphrase: string;
  /** Published events have their texts in the clear. */
  readonly isReadable: boolean;
}

/** What opens an export; sealed by the passphrase. */
export interface ExportKeys {
  /** Base64; null where the district has no personal data yet. */
  readonly districtKey: string | null;
  /** Seals the addresses of officials on the way. */
  readonly transit: string;
  /** Of the manifest. */
  readonly manifest: string;
}

const FETCH_SIZE = 500;

/** Writes all that is the district's in one snapshot, beside live traffic. */
export async function exportDistrict(
  composition: Composition,
  options: ExportOptions,
  report: Report,
  signal: AbortSignal,
): Promise<ExportManifest> {
  return ownerTransaction(composition.ownerUrl, 'READ', (tx) =>
    new DistrictExport(composition, options, tx, report, signal).write(),
  );
}

class DistrictExport {
  private readonly files: ExportedFile[] = [];
  private readonly transit = randomBytes(32);
  private readonly id: number;

  constructor(
    private readonly composition: Composition,
    private readonly options: ExportOptions,
    private readonly tx: Transaction,
    private readonly report: Report,
    private readonly signal: AbortSignal,
  ) {
    this.id = options.district.id;
  }

  async write(): Promise<ExportManifest> {
    const { tx, id } = this;
    const takenAt = new Date().toISOString();
    let published = 0;
    for (const service of this.composition.services.values())
      if (service.definition.publish) published += await this.events(service);
    const tables = await movedTables(tx);
    for (const [at, table] of tables.entries()) {
      await this.table(table);
      this.report.progress(at + 1, tables.length, 'tables');
    }
    await this.entries();
    await this.residentFiles();
    const { folder, district } = this.options;
    this.files.push(await writeFileOf(folder, 'README.md', Buffer.from(readme(district.name))));
    const manifest: ExportManifest = {
      format: 1,
      district: { id, code: district.code, name: district.name },
      takenAt,
      schemas: await schemasOf(tx),
      register: await this.register(published),
      erasures: await this.count('vault.erasure'),
      files: this.files,
    };
    await this.keys(manifest);
    await writeManifest(folder, manifest);
    return manifest;
  }

  /** Both forms of the service's events, and their schemas. Answers how many are published. */
  private async events({ definition, resources }: ComposedService): Promise<number> {
    const { name, publish, upcasters } = definition;
    const { folder, isReadable } = this.options;
    await using stored = await HashedFile.create(folder, `events/${name}.jsonl`);
    await using told = await HashedFile.create(folder, `published/${name}.jsonl`);
    let published = 0;
    for await (const page of readDistrictLog(this.tx, { service: name, district: this.id, upcasters })) {
      this.signal.throwIfAborted();
      await stored.addLines(page.map(({ row }) => row));
      const events = page.map(({ event }) => publish!(event)).filter((event) => event !== undefined);
      published += events.length;
      await told.addLines(
        isReadable
          ? await readableEvents(resources.vault, this.id, events)
          : events.map((event) => JSON.stringify(event)),
      );
      this.report.progress(published, published, `events of ${name}`);
    }
    this.files.push(await stored.finish(), await told.finish());
    const owner = eventOwners.find(({ topic }) => topic === `${name}.events`);
    const schemas = JSON.stringify(Object.values(owner?.events ?? {}), undefined, 1);
    this.files.push(await writeFileOf(folder, `schemas/${name}.json`, Buffer.from(schemas)));
    return published;
  }

  private async table({ name, columns, order }: MovedTable): Promise<void> {
    await using file = await HashedFile.create(this.options.folder, `tables/${name}.jsonl`);
    await this.tx.query(
      `declare moved no scroll cursor for select row_to_json(t)::text as line
       from (select ${[...new Set([...columns, ...order])].join(', ')} from ${name} where district = ${this.id}
         order by ${order.join(', ')}) t`,
    );
    for (let rows = [{ line: '' }]; rows.length > 0;) {
      this.signal.throwIfAborted();
      rows = (await this.tx.query<{ line: string }>(`fetch ${FETCH_SIZE} from moved`)).rows;
      await file.addLines(rows.map(({ line }) => line));
    }
    await this.tx.query('close moved');
    this.files.push(await file.finish());
  }

  private async entries(): Promise<void> {
    const keys = { from: this.composition.secrets.forPurpose('official-email'), to: this.transit };
    await using file = await HashedFile.create(this.options.folder, 'directory.jsonl');
    await file.addLines(await readEntries(this.tx, this.id, keys));
    this.files.push(await file.finish());
  }

  /** Sealed, as the store has them. */
  private async residentFiles(): Promise<void> {
    const { intakeOf } = await import('../cli/operations.js');
    const intake = intakeOf(this.composition);
    await using list = await HashedFile.create(this.options.folder, 'files.jsonl');
    const { rows } = await this.tx.query<{ id: string }>('select id from intake.file where district = $1 order by id', [
      this.id,
    ]);
    for (const [at, { id }] of rows.entries()) {
      this.signal.throwIfAborted();
      const written = await writeFileOf(this.options.folder, `files/${id}`, await intake.sealedFile(this.id, id));
      await list.addLines([JSON.stringify({ ...written, id })]);
      this.report.progress(at + 1, rows.length, 'files');
    }
    this.files.push(await list.finish());
  }

  /** Only where the register has consumed what the export holds: otherwise nothing could be compared with it. */
  private async register(published: number): Promise<string | null> {
    if ((await this.count('search.history')) !== published) return null;
    return (await registerDigest(this.tx, this.id)) ?? null;
  }

  private async count(table: string): Promise<number> {
    const { rows } = await this.tx.query<{ n: number }>(`select count(*)::int as n from ${table} where district = $1`, [
      this.id,
    ]);
    return rows[0]!.n;
  }

  private async keys(manifest: ExportManifest): Promise<void> {
    const key = await openDistrictKey(this.tx, this.composition.secrets.kek, this.id);
    const keys: ExportKeys = {
      districtKey: key?.toString('base64') ?? null,
      transit: this.transit.toString('base64'),
      manifest: hashOf(manifest),
    };
    const { folder, passphrase } = this.options;
    await writeWhole(join(folder, KEYS), await sealByPassphrase(JSON.stringify(keys), passphrase));
  }
}
