import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { flushFolder, writeWhole } from '../durable-file.js';
import { WAL } from './set-manifest.js';
import { appendPiece } from './wal-frames.js';
import { offsetOf, SEGMENT_BYTES, segmentName, segmentOf, startOf, textOf, type WalPosition } from './wal-position.js';

const compressed = promisify(gzip);

/** How far the archive of a set reaches. */
export interface Reach {
  /** All of the log before it is there. */
  readonly to: string;
  /** What was acknowledged before this moment is there. */
  readonly at: string;
}

/** The segment that is being written. */
interface Part {
  readonly path: string;
  readonly file: FileHandle;
  /** It has no name of its own before it holds what an earlier one held. */
  isDraft: boolean;
  offset: number;
}

export const REACH = 'reach.json';
export const UNFINISHED = '.part';

/**
 * Copies the server's log into a set as it is flushed: pieces of the segment that is being written, and each finished segment
 * compressed, under a name with its hash. The server keeps the files from the copied segment on for us (a replication slot).
 */
export class WalCopier {
  private part: Part | undefined;
  private next: bigint;
  private copiedTo: WalPosition;

  constructor(
    private readonly from: { readonly folder: string; readonly timeline: number },
    private readonly set: string,
    start: WalPosition,
  ) {
    this.next = segmentOf(start);
    this.copiedTo = startOf(this.next);
  }

  get copied(): WalPosition {
    return this.copiedTo;
  }

  /** The server may forget what is before it. */
  get needed(): WalPosition {
    return startOf(this.next);
  }

  /** Copies all before `flushed`, and records that it did so at `at`. After a failure it is called again. */
  async copyTo(flushed: WalPosition, at: string): Promise<void> {
    while (startOf(this.next + 1n) <= flushed) await this.finish();
    if (this.copiedTo < flushed) await this.append(flushed);
    await writeWhole(join(this.set, REACH), `${JSON.stringify({ to: textOf(this.copiedTo), at } satisfies Reach)}\n`);
  }

  async close(): Promise<void> {
    const part = this.part;
    this.part = undefined;
    await part?.file.close();
  }

  /** The next segment is complete. */
  private async finish(): Promise<void> {
    const name = segmentName(this.from.timeline, this.next);
    const bytes = await compressed(await this.read(0, SEGMENT_BYTES), { level: 1 });
    const hash = createHash('sha256').update(bytes).digest('hex');
    await writeWhole(this.file(`${name}-${hash}.gz`), bytes);
    await this.close();
    await rm(this.file(`${name}${UNFINISHED}`), { force: true });
    this.next += 1n;
    this.copiedTo = startOf(this.next);
  }

  private async append(flushed: WalPosition): Promise<void> {
    const part = this.part ?? (await this.begin());
    const end = offsetOf(flushed);
    try {
      await appendPiece(part.file, part.offset, await this.read(part.offset, end - part.offset));
      if (part.isDraft) await this.name(part);
    } catch (error) {
      // The state behind the last whole piece is unknown now: the segment is started again.
      await this.close();
      throw error;
    }
    part.offset = end;
    this.copiedTo = startOf(this.next) + BigInt(end);
  }

  private async begin(): Promise<Part> {
    const path = this.file(`${segmentName(this.from.timeline, this.next)}${UNFINISHED}`);
    const file = await open(`${path}.draft`, 'w', 0o600);
    this.part = { path, file, isDraft: true, offset: 0 };
    return this.part;
  }

  private async name(part: Part): Promise<void> {
    await rename(`${part.path}.draft`, part.path);
    await flushFolder(join(this.set, WAL));
    part.isDraft = false;
  }

  private async read(offset: number, length: number): Promise<Buffer> {
    const file = await open(join(this.from.folder, 'pg_wal', segmentName(this.from.timeline, this.next)), 'r');
    try {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      if (bytesRead !== length) throw new Error('A segment of the log is shorter than the server says.');
      return bytes;
    } finally {
      await file.close();
    }
  }

  private file(name: string): string {
    return join(this.set, WAL, name);
  }
}
