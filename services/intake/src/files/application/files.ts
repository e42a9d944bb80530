import { Injectable } from '@nestjs/common';
import { compact, refuse, Unavailable, uuidv5, uuidv7 } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { FILE_KEY_BYTES, KeyDestroyed, KeyKeeper, openFile, sealFile } from '@otklik/vault';
import { createHash, randomBytes } from 'node:crypto';
import { MAX_FILES } from '../../appeal/domain/appeal.decide.js';
import type { AttachedFile } from '../../appeal/domain/appeal.js';
import { AnswerFiles } from './answer-files.js';
import { BlobStore } from './blob-store.js';
import { UploadedFiles, type FileRow, type SealedParts } from './uploaded-files.js';
import { PublicationPhotos } from '../store/publication-photos.js';

/** A file with the media type of its content, not of its name. */
export interface CheckedFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** As its sender had it. */
  readonly name?: string;
}

/** The appeal and the person to whom files and codes belong. */
export interface Owner {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

/** Uploads that an appeal is about to claim. `commit` refuses FILE_UNKNOWN when another appeal has claimed one meanwhile. */
export interface FileClaim {
  readonly files: readonly AttachedFile[];
  /** Names of the files in their order, as one JSON array; absent when none has a name. */
  readonly fileNames?: string;
  commit(tx: Transaction): Promise<void>;
}

/** Of journals that were kept before, which an administrator uploads to be taken in. */
export const journalTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'] as const;

const KEY_FIELD = 'fileKey';
const NAME_FIELD = 'fileName';
const DAY_MS = 86_400_000;

const NAMESPACE = '0f2b7c1e-93d4-4c1b-8a57-6d2e4f8b1c35';

/** The id of a form's file, or of one for the answer of a response: the same bytes of the same form have the same id, so a retry after a lost answer stores nothing new. */
export function uploadId(district: number, form: string, bytes: Buffer, response?: string): string {
  const of = response === undefined ? form : `${response}|${form}`;
  return uuidv5(NAMESPACE, `${sealContextOf(district, of.toLowerCase())}|${sha256(bytes)}`);
}

export interface OpenedFile extends AttachedFile {
  readonly bytes: Buffer;
  readonly name?: string;
}

interface Claim {
  readonly facts: AttachedFile;
  readonly name: string | undefined;
  /** Absent when the appeal has claimed it already. */
  readonly sealed?: SealedParts;
}

/** Uploads: sealed, claimed by an appeal, opened for officials, removed. */
@Injectable()
export class Files {
  constructor(
    private readonly database: Database,
    private readonly vault: KeyKeeper,
    private readonly blobs: BlobStore,
    private readonly rows: UploadedFiles,
    private readonly answers: AnswerFiles,
    private readonly photos: PublicationPhotos,
  ) {}

  /**
   * Stores an upload. Its key is sealed under a person key made for the upload, with the file's id as the person: until an
   * appeal claims it, it belongs to no known person. `id`: a file already stored under it is not stored again.
   */
  async keep(district: number, file: CheckedFile, at: string, id?: string): Promise<AttachedFile> {
    if (id === undefined) return this.keepNew(district, file, at, newId(at));
    const known = await this.rows.find(district, id);
    if (known) return { id, type: known.type, size: known.size, sha256: known.sha256 };
    try {
      return await this.keepNew(district, file, at, id);
    } catch (error) {
      // The file of that id was removed, unclaimed or with an erased person: its key is destroyed, so the id cannot be used again.
      if (error instanceof KeyDestroyed) return this.keepNew(district, file, at, newId(at));
      throw error;
    }
  }

  /**
   * Moves uploads to an appeal's person: the file's key is sealed under the person's key and the upload's own key is
   * destroyed, so erasing the person erases the files. Keys are read before the transaction, which must not wait for another
   * connection. Idempotent for the same appeal. Refuses TOO_MANY_FILES before any query, and FILE_UNKNOWN.
   */
  async claim({ district, appeal, person }: Owner, files: readonly string[], max = MAX_FILES): Promise<FileClaim> {
    const wanted = [...new Set(files)].sort();
    if (wanted.length > max) refuse('TOO_MANY_FILES', { max });
    const claims = await Promise.all(wanted.map((id) => this.prepare({ district, appeal, person }, id)));
    return {
      files: claims.map(({ facts }) => facts),
      ...(claims.some(({ name }) => name !== undefined) && {
        fileNames: JSON.stringify(claims.map(({ name = '' }) => name)),
      }),
      commit: async (tx) => {
        const rows = await this.rows.lock(tx, district, wanted);
        if (rows.length < wanted.length || rows.some((row) => isClaimedByAnother(row, appeal))) refuse('FILE_UNKNOWN');
        for (const { facts, sealed } of claims) {
          if (rows.find(({ id }) => id === facts.id)?.appeal === appeal || !sealed) continue;
          await this.rows.claim(tx, district, facts.id, appeal, sealed);
          await this.vault.destroy(tx, district, facts.id, 'FILE_CLAIMED');
        }
      },
    };
  }

  keepResponse(...given: Parameters<UploadedFiles['keepResponse']>): Promise<void> {
    return this.rows.keepResponse(...given);
  }

  /**
   * A claimed file, decrypted; undefined when there is none, or its person was erased. `appeal`: a resident asks, who opens the files
   * of this appeal; those of an answer once it is signed.
   */
  async openClaimed(district: number, id: string, appeal?: string): Promise<OpenedFile | undefined> {
    const row = await this.rows.find(district, id);
    if (!row || row.appeal === null) return undefined;
    if (appeal !== undefined && !(row.appeal === appeal && (await this.isGiven(district, row)))) return undefined;
    const bytes = await this.bytesOf(district, row);
    if (!bytes) return undefined;
    const name = await this.nameOf(district, row);
    return compact({ id, type: row.type, size: row.size, sha256: row.sha256, bytes, name });
  }

  /** An upload that is an old journal; undefined when there is none. */
  async openJournal(district: number, id: string): Promise<OpenedFile | undefined> {
    const row = await this.rows.find(district, id);
    if (!row || !isJournal(row)) return undefined;
    const bytes = await this.bytesOf(district, row);
    const name = await this.nameOf(district, row);
    return bytes && compact({ id, type: row.type, size: row.size, sha256: row.sha256, bytes, name });
  }

  /** The bytes of a file, whether an appeal has claimed it or none; undefined when there is none, or its person was erased. */
  async bytes(district: number, id: string): Promise<Buffer | undefined> {
    const row = await this.rows.find(district, id);
    return row && this.bytesOf(district, row);
  }

  async removeOf(tx: Transaction, district: number, appeal: string): Promise<void> {
    await this.answers.removeOf(tx, district, appeal);
    await this.photos.removeOf(tx, district, appeal);
    await this.blobs.remove(tx, district, await this.rows.removeOf(tx, district, appeal));
  }

  /** Removes uploads that no appeal claimed within a day, and the bytes of all removed files. Returns how many uploads. */
  async sweep(district: number, at: string): Promise<number> {
    const before = new Date(Date.parse(at) - DAY_MS).toISOString();
    const count = await this.database.scope(district).transaction(async (tx) => {
      const ids = await this.rows.removeUnclaimed(tx, district, before);
      await this.blobs.remove(tx, district, ids);
      for (const id of ids) await this.vault.destroy(tx, district, id, 'FILE_UNCLAIMED');
      return ids.length;
    });
    await this.blobs.sweep(district, at);
    return count;
  }

  private async keepNew(district: number, file: CheckedFile, at: string, id: string): Promise<AttachedFile> {
    const key = randomBytes(FILE_KEY_BYTES);
    const facts = { id, type: file.type, size: file.bytes.length, sha256: sha256(file.bytes) };
    await this.vault.createPerson(district, id);
    const sealed = await this.sealed(district, id, id, { key: key.toString('base64'), name: file.name });
    const staged = await this.blobs.stage(district, id, sealFile(key, sealContextOf(district, id), file.bytes));
    await this.database.scope(district).transaction(async (tx) => {
      // Concurrent uploads of the same file reach this point: only the first inserts its row.
      if (await this.rows.insert(tx, district, facts, sealed, at)) await staged.commit(tx);
    });
    return facts;
  }

  private async prepare({ district, appeal, person }: Owner, id: string): Promise<Claim> {
    const row = await this.rows.find(district, id);
    if (!row || isClaimedByAnother(row, appeal) || isJournal(row)) return refuse('FILE_UNKNOWN');
    const facts = { id, type: row.type, size: row.size, sha256: row.sha256 };
    // Also for a file of this appeal: it loads the person's key into the cache, and sealing in the transaction needs no connection.
    const key = await this.vault.open(district, row.sealedKey, { eventId: id, field: KEY_FIELD });
    const name = await this.nameOf(district, row);
    if (row.appeal === appeal) return { facts, name };
    if (key === undefined) {
      // Claimed since the row was read, which destroyed the upload's key: by this appeal's own retry, or by another appeal.
      const claimed = await this.rows.find(district, id);
      return claimed?.appeal === appeal
        ? { facts, name: await this.nameOf(district, claimed) }
        : refuse('FILE_UNKNOWN');
    }
    return { facts, name, sealed: await this.sealed(district, person, id, { key, name }) };
  }

  private async sealed(
    district: number,
    person: string,
    id: string,
    { key, name }: { readonly key: string; readonly name: string | undefined },
  ): Promise<SealedParts> {
    return {
      sealedKey: await this.vault.seal(district, person, id, KEY_FIELD, key),
      sealedName: name === undefined ? null : await this.vault.seal(district, person, id, NAME_FIELD, name),
    };
  }

  private async bytesOf(district: number, { id, sealedKey }: FileRow): Promise<Buffer | undefined> {
    const key = await this.vault.open(district, sealedKey, { eventId: id, field: KEY_FIELD });
    if (key === undefined) return undefined;
    const chunks = await this.blobs.get(district, id);
    if (chunks.length === 0) throw new Unavailable(`the bytes of file ${id} are missing`);
    return openFile(Buffer.from(key, 'base64'), sealContextOf(district, id), chunks);
  }

  private async isGiven(district: number, { id, response }: FileRow): Promise<boolean> {
    return response === null || this.answers.isGiven(district, id);
  }

  private async nameOf(district: number, { id, sealedName }: FileRow): Promise<string | undefined> {
    if (sealedName === null) return undefined;
    return this.vault.open(district, sealedName, { eventId: id, field: NAME_FIELD });
  }
}

/** It becomes the file of no appeal. */
function isJournal({ type }: Pick<FileRow, 'type'>): boolean {
  return journalTypes.some((one) => one === type);
}

function newId(at: string): string {
  return uuidv7(Date.parse(at), randomBytes(10));
}

function isClaimedByAnother(row: FileRow, appeal: string): boolean {
  return row.appeal !== null && row.appeal !== appeal;
}

function sealContextOf(district: number, id: string): string {
  return `${district}|${id}`;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
