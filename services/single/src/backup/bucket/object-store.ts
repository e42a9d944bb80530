import { S3Failure, s3Client, s3FailureReason, type S3Client, type S3Request } from '@otklik/host/s3';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { PlainError } from '../../../../../deploy/bootstrap/plain-error.mjs';
import type { BucketTarget } from './bucket-target.js';

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/** Larger files go in parts of this size, so that memory and what an interruption costs are bounded. */
const PART_BYTES = 8 * 1024 * 1024;
/** Of one call: a part at 1 Mbit/s. */
const CALL_TIMEOUT_MS = 120_000;
/** Of one file that is fetched. */
const FETCH_TIMEOUT_MS = 3_600_000;

/** Objects below the prefix of a bucket; keys are relative to it. Rejects with a PlainError that says what to look at. */
export class ObjectStore {
  private readonly ask: S3Client;

  constructor(
    readonly target: BucketTarget,
    private readonly signal: AbortSignal,
  ) {
    const { endpoint, region, accessKeyId, secretAccessKey } = target;
    this.ask = s3Client({ endpoint, region, accessKeyId, secretAccessKey });
  }

  /** By key. */
  async list(below: string): Promise<readonly StoredObject[]> {
    const found: StoredObject[] = [];
    for await (const page of this.pages(below)) {
      for (const [, key = '', bytes] of page.matchAll(/<Key>([^<]*)<\/Key>.*?<Size>(\d+)<\/Size>/gs))
        found.push({ key: key.slice(this.key('').length - 1), bytes: Number(bytes) });
    }
    return found;
  }

  /** Names of the folders right below the prefix. */
  async folders(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const page of this.pages('', '&delimiter=%2F'))
      for (const [, folder = ''] of page.matchAll(/<CommonPrefixes>\s*<Prefix>([^<]*)\/<\/Prefix>/g))
        found.push(folder.split('/').at(-1)!);
    return found;
  }

  private async *pages(below: string, more = ''): AsyncGenerator<string> {
    const prefix = encodeURIComponent(this.key(below).slice(1));
    for (let token: string | undefined = ''; token !== undefined;) {
      const next: string = token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`;
      const page = await this.text({ method: 'GET', path: `?list-type=2&prefix=${prefix}${more}${next}` });
      yield page;
      token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(page)?.[1];
    }
  }

  async put(key: string, body: Buffer): Promise<void> {
    await this.text({ method: 'PUT', path: this.key(key), body });
  }

  /** Undefined when it does not exist. */
  async get(key: string): Promise<Buffer | undefined> {
    return this.found(() =>
      this.call({ method: 'GET', path: this.key(key) }, async (answer) => Buffer.from(await answer.arrayBuffer())),
    );
  }

  async remove(key: string): Promise<void> {
    await this.text({ method: 'DELETE', path: this.key(key) });
  }

  /** The object appears whole, or not at all. */
  async putFile(key: string, file: string): Promise<void> {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const piece = async (at: number): Promise<Buffer> => {
        const bytes = Buffer.alloc(Math.min(PART_BYTES, size - at));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
        if (bytesRead !== bytes.length) throw new Error(`${file} became shorter while it was read.`);
        return bytes;
      };
      await (size <= PART_BYTES ? this.put(key, await piece(0)) : this.putParts(key, size, piece));
    } finally {
      await handle.close();
    }
  }

  private async putParts(key: string, size: number, piece: (at: number) => Promise<Buffer>): Promise<void> {
    const path = this.key(key);
    const begun = await this.text({ method: 'POST', path: `${path}?uploads` });
    const upload = encodeURIComponent(/<UploadId>([^<]+)<\/UploadId>/.exec(begun)?.[1] ?? '');
    try {
      const tags: string[] = [];
      for (let at = 0; at < size; at += PART_BYTES) {
        const part = `${path}?partNumber=${tags.length + 1}&uploadId=${upload}`;
        tags.push(
          await this.call({ method: 'PUT', path: part, body: await piece(at) }, async (answer) => {
            await answer.arrayBuffer();
            return answer.headers.get('etag') ?? '';
          }),
        );
      }
      const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
      const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
      const ended = await this.text({ method: 'POST', path: `${path}?uploadId=${upload}`, body });
      // It may fail behind a status of success.
      if (ended.includes('<Error>')) throw new PlainError(`${this.host} could not put ${key} together.`);
    } catch (error) {
      await this.text({ method: 'DELETE', path: `${path}?uploadId=${upload}` }).catch(() => undefined);
      throw error;
    }
  }

  /** Into a file, which is there once it is whole. False when the object does not exist. */
  async fetchFile(key: string, to: string): Promise<boolean> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const draft = `${to}.draft`;
    const fetched = await this.found(() =>
      this.call(
        { method: 'GET', path: this.key(key) },
        async ({ body }) => {
          const bytes = body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
          await pipeline(bytes, createWriteStream(draft, { mode: 0o600 }));
          return true;
        },
        FETCH_TIMEOUT_MS,
      ),
    );
    if (fetched) await rename(draft, to);
    return fetched ?? false;
  }

  private key(key: string): string {
    const { prefix } = this.target;
    return prefix === '' ? `/${key}` : `/${prefix}/${key}`;
  }

  private get host(): string {
    return new URL(this.target.endpoint).host;
  }

  private text(request: Omit<S3Request, 'signal'>): Promise<string> {
    return this.call(request, (answer) => answer.text());
  }

  private async call<Answer>(
    request: Omit<S3Request, 'signal'>,
    read: (answer: Response) => Promise<Answer>,
    timeoutMs = CALL_TIMEOUT_MS,
  ): Promise<Answer> {
    const signal = AbortSignal.any([this.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      return await this.ask({ ...request, signal }, read);
    } catch (error) {
      this.signal.throwIfAborted();
      throw this.asLine(error);
    }
  }

  private async found<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof MissingObject) return undefined;
      throw error;
    }
  }

  private asLine(error: unknown): Error {
    const host = this.host;
    if (!(error instanceof S3Failure))
      return new PlainError(
        `${host} does not answer (${s3FailureReason(error)}): ${this.target.name} was not reached.`,
      );
    const { status, code } = error;
    const reason = code === undefined ? error.message : `${error.message} ${code}`;
    if (status === 404 && code === 'NoSuchKey') return new MissingObject();
    if (status === 404) return new PlainError(`there is no bucket for ${this.target.name} at ${host} (${reason}).`);
    if (status === 401 || status === 403)
      return new PlainError(
        `${host} refuses the key for ${this.target.name} (${reason}): check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ` +
          'AWS_REGION, the clock, and what the key may do in the bucket.',
      );
    return new PlainError(`${host} failed for ${this.target.name} (${reason}).`);
  }
}

class MissingObject extends Error {
  override readonly name = 'MissingObject';
}
