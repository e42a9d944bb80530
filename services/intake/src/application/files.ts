import { Unavailable } from '@otklik/host';
import { refuse, uuidv5, uuidv7 } from '@otklik/kernel';
import type { Database, Transaction } from '@otklik/tenancy';
import { KeyDestroyed, type KeyKeeper } from '@otklik/vault';
import { createHash, randomBytes } from 'node:crypto';
import { MAX_FILES } from '../domain/appeal.decide.js';
import type { AttachedFile } from '../domain/appeal.js';
import type { BlobStore } from './blob-store.js';
import { FILE_KEY_BYTES, openFile, sealFile } from './file-seal.js';
import type { ClaimFiles, Owner } from './submit-appeal.js';

/** A file whose bytes were looked at: `type` is what they are, not what somebody called them. */
export interface CheckedFile {
  readonly type: string;
  readonly bytes: Buffer;
}

interface FileRow extends AttachedFile {
  readonly sealedKey: string;
  readonly appeal: string | null;
}

export interface FilePorts {
  readonly database: Database;
  readonly vault: KeyKeeper;
  readonly blobs: BlobStore;
  readonly rows: {
    insert(tx: Transaction, district: number, file: AttachedFile, sealedKey: string, at: string): Promise<boolean>;
    lock(tx: Transaction, district: number, ids: readonly string[]): Promise<readonly FileRow[]>;
    claim(tx: Transaction, district: number, id: string, appeal: string, sealedKey: string): Promise<void>;
    find(district: number, id: string): Promise<FileRow | undefined>;
    removeOf(tx: Transaction, district: number, appeal: string): Promise<readonly string[]>;
    removeUnclaimed(tx: Transaction, district: number, before: string): Promise<readonly string[]>;
  };
}

const KEY_FIELD = 'fileKey';
const DAY_MS = 86_400_000;

const NAMESPACE = '0f2b7c1e-93d4-4c1b-8a57-6d2e4f8b1c35';

/** Of a file that came with a form: the same bytes of the same form have the same id, also after a lost answer. */
export function uploadId(district: number, form: string, bytes: Buffer): string {
  return uuidv5(NAMESPACE, `${placeOf(district, form.toLowerCase())}|${sha256(bytes)}`);
}

/**
 * Keeps an upload. Its key is sealed under a person's key made for the upload alone, whose id is the file's: until an
 * appeal claims it, whoever sent it is nobody. `id`: what was kept under it already is not kept again.
 */
export async function keepUpload(
  ports: FilePorts,
  district: number,
  file: CheckedFile,
  at: string,
  id?: string,
): Promise<AttachedFile> {
  if (id === undefined) return keepNew(ports, district, file, at, newId(at));
  const known = await ports.rows.find(district, id);
  if (known) return { id, type: known.type, size: known.size, sha256: known.sha256 };
  try {
    return await keepNew(ports, district, file, at, id);
  } catch (error) {
    // It had been kept, and vanished unclaimed or with an erased person: its key is gone for ever, and so is its id.
    if (error instanceof KeyDestroyed) return keepNew(ports, district, file, at, newId(at));
    throw error;
  }
}

function newId(at: string): string {
  return uuidv7(Date.parse(at), randomBytes(10));
}

async function keepNew(
  ports: FilePorts,
  district: number,
  file: CheckedFile,
  at: string,
  id: string,
): Promise<AttachedFile> {
  const key = randomBytes(FILE_KEY_BYTES);
  const facts = { id, type: file.type, size: file.bytes.length, sha256: sha256(file.bytes) };
  await ports.vault.createPerson(district, id);
  const sealedKey = await ports.vault.seal(district, id, id, KEY_FIELD, key.toString('base64'));
  const brought = await ports.blobs.bring(district, id, sealFile(key, placeOf(district, id), file.bytes));
  await ports.database.scope(district).transaction(async (tx) => {
    // Both clicks of a form may come as far as this: the second finds the first one's.
    if (await ports.rows.insert(tx, district, facts, sealedKey, at)) await brought.commit(tx);
  });
  return facts;
}

/**
 * Gives uploads to an appeal's person: the file's key is sealed anew under his, and the upload's own is destroyed, so
 * erasing him erases them. The keys are asked for before the transaction, which must not wait for another connection.
 * Repeating it for the same appeal is harmless. Refuses FILE_UNKNOWN, and before anything is asked for TOO_MANY_FILES.
 */
export function claimFiles(ports: FilePorts): ClaimFiles {
  return async ({ district, appeal, person }, files) => {
    const wanted = [...new Set(files)].sort();
    if (wanted.length > MAX_FILES) refuse('TOO_MANY_FILES', { most: MAX_FILES });
    const claims = await Promise.all(wanted.map((id) => prepare(ports, { district, appeal, person }, id)));
    return {
      files: claims.map(({ facts }) => facts),
      commit: async (tx) => {
        const rows = await ports.rows.lock(tx, district, wanted);
        if (rows.length < wanted.length || rows.some((row) => isAnothers(row, appeal))) refuse('FILE_UNKNOWN');
        for (const { facts, sealedKey } of claims) {
          if (rows.find(({ id }) => id === facts.id)?.appeal === appeal || !sealedKey) continue;
          await ports.rows.claim(tx, district, facts.id, appeal, sealedKey);
          await ports.vault.destroy(tx, district, facts.id, 'FILE_CLAIMED');
        }
      },
    };
  };
}

interface Claim {
  readonly facts: AttachedFile;
  /** Absent when the appeal has it already. */
  readonly sealedKey?: string;
}

async function prepare(ports: FilePorts, { district, appeal, person }: Owner, id: string): Promise<Claim> {
  const row = await ports.rows.find(district, id);
  if (!row || isAnothers(row, appeal)) return refuse('FILE_UNKNOWN');
  const facts = { id, type: row.type, size: row.size, sha256: row.sha256 };
  // Also for a file that is his already: what is sealed in the transaction finds the person's key at hand.
  const key = await ports.vault.open(district, row.sealedKey, { eventId: id, field: KEY_FIELD });
  if (row.appeal === appeal) return { facts };
  if (key === undefined) {
    // Claimed since the row was read, and the upload's key with it: by this appeal's other click, or by another's.
    const now = await ports.rows.find(district, id);
    return now?.appeal === appeal ? { facts } : refuse('FILE_UNKNOWN');
  }
  return { facts, sealedKey: await ports.vault.seal(district, person, id, KEY_FIELD, key) };
}

function isAnothers(row: FileRow, appeal: string): boolean {
  return row.appeal !== null && row.appeal !== appeal;
}

export interface OpenedFile extends AttachedFile {
  readonly bytes: Buffer;
}

/** A claimed file in clear; undefined when there is none, or its person was erased. */
export async function openClaimed(ports: FilePorts, district: number, id: string): Promise<OpenedFile | undefined> {
  const row = await ports.rows.find(district, id);
  if (!row || row.appeal === null) return undefined;
  const key = await ports.vault.open(district, row.sealedKey, { eventId: id, field: KEY_FIELD });
  if (key === undefined) return undefined;
  const chunks = await ports.blobs.get(district, id);
  if (chunks.length === 0) throw new Unavailable(`no store has the bytes of file ${id}`);
  const bytes = openFile(Buffer.from(key, 'base64'), placeOf(district, id), chunks);
  return { id, type: row.type, size: row.size, sha256: row.sha256, bytes };
}

export async function removeFilesOf(
  ports: FilePorts,
  tx: Transaction,
  district: number,
  appeal: string,
): Promise<void> {
  await ports.blobs.remove(tx, district, await ports.rows.removeOf(tx, district, appeal));
}

/** Uploads that no appeal claimed within a day vanish, and the bytes of all that vanished. Answers how many uploads. */
export async function sweepUploads(ports: FilePorts, district: number, at: string): Promise<number> {
  const before = new Date(Date.parse(at) - DAY_MS).toISOString();
  const count = await ports.database.scope(district).transaction(async (tx) => {
    const ids = await ports.rows.removeUnclaimed(tx, district, before);
    await ports.blobs.remove(tx, district, ids);
    for (const id of ids) await ports.vault.destroy(tx, district, id, 'FILE_UNCLAIMED');
    return ids.length;
  });
  await ports.blobs.sweep(district, at);
  return count;
}

function placeOf(district: number, id: string): string {
  return `${district}|${id}`;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
