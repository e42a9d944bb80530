import { createHash, randomUUID } from 'node:crypto';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText } from '@otklik/contracts/texts';
import { BodyMemoryBudget, Overloaded } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { isUuid } from '@otklik/kernel';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Refused } from './operations.js';
import type { ResidentPorts } from './page-context.js';
import { sentFields } from './sent-fields.js';

/** Why a file was not taken. `bytes`: its whole size, absent when it is beyond `MAX_COUNTED_BYTES`. */
export type FileFault =
  | { readonly name: string; readonly why: 'TOO_LARGE'; readonly bytes?: number }
  | { readonly name: string; readonly why: 'TYPE' | 'EMPTY' }
  | { readonly name: string; readonly why: 'FAILED'; readonly refused: Refused }
  | { readonly name: string; readonly why: 'TOO_MANY' };

export interface ReceivedForm {
  /** Text fields; the last value of a repeated one. */
  readonly fields: ReadonlyMap<string, string>;
  /** Ids of its files, already stored. */
  readonly files: readonly string[];
  /** SHA-256 of each file that was sent. */
  readonly digests: readonly string[];
  /** Files that were not taken; the fields are complete nevertheless. */
  readonly faults: readonly FileFault[];
}

interface SentFile {
  readonly bytes: Buffer;
  readonly name: string;
}

export const MAX_FILES = 5;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Larger files are counted up to here, so that their size can be reported, and discarded. */
export const MAX_COUNTED_BYTES = 100 * 1024 * 1024;
const MAX_CACHED_UPLOADS = 2_000;
const MAX_NAME_LENGTH = 60;

/**
 * Reads a form, urlencoded or multipart. Each file is sent to the edge's `POST /files` with the client's address, so
 * that the same limits hold. A file sent again with the same form (double click, retry) is stored once.
 */
export class FormReader {
  private readonly uploads = new LRUCache<string, Promise<string>>({ max: MAX_CACHED_UPLOADS });
  private readonly budget = new BodyMemoryBudget(MAX_FILE_BYTES);

  constructor(private readonly ports: Pick<ResidentPorts, 'call'>) {}

  async read(request: FastifyRequest, district: string): Promise<ReceivedForm> {
    if (!request.isMultipart()) return { fields: sentFields(request), files: [], digests: [], faults: [] };
    const fields = new Map<string, string>();
    const files: string[] = [];
    const digests: string[] = [];
    const faults: FileFault[] = [];
    const readFile = async (part: MultipartFile): Promise<void> => {
      const name = part.filename.slice(-MAX_NAME_LENGTH);
      const keep = async (): Promise<void> => {
        const { bytes, size } = await bytesOf(part);
        if (bytes === undefined) return void faults.push({ name, why: 'TOO_LARGE', ...size });
        digests.push(sha256(bytes));
        files.push(await this.upload(request, district, fields.get('key') ?? '', { bytes, name: part.filename }));
      };
      // Drain the rest of the file: text fields may follow it.
      await this.budget.hold(request, keep).finally(() => part.file.resume());
    };
    for await (const part of partsOf(request, faults)) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        // A file input without a file is sent as a part without a name.
      } else if (!part.filename) part.file.resume();
      else await readFile(part).catch((error: unknown) => void faults.push(faultOf(part.filename, error, request)));
    }
    return { fields, files, digests, faults };
  }

  private upload(request: FastifyRequest, district: string, key: string, file: SentFile): Promise<string> {
    const content = `${key}/${sha256(file.bytes)}`;
    const known = isUuid(key) ? this.uploads.get(content) : undefined;
    if (known) return known;
    const upload = this.post(request, `/files?${new URLSearchParams({ district, key })}`, file);
    this.uploads.set(content, upload);
    upload.catch(() => this.uploads.delete(content));
    return upload;
  }

  private async post(request: FastifyRequest, url: string, { bytes, name }: SentFile): Promise<string> {
    const boundary = `otklik-${randomUUID()}`;
    // Officials read the name that the file had; what would end it there is left out.
    const filename = name.replaceAll(/["\\\p{C}]/gu, '_');
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const answer = await this.ports.call(request, {
      method: 'POST',
      url,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'accept-language': request.headers['accept-language'] ?? '',
      },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    const body = JSON.parse(answer.body.toString('utf8')) as {
      id?: string;
      errors?: readonly { message: string; extensions: { code: ErrorCode } }[];
    };
    const [error] = body.errors ?? [];
    if (body.id !== undefined) return body.id;
    throw error
      ? new Refused(error.message, error.extensions.code, 'files')
      : new TypeError('POST /files answered neither an id nor an error');
  }
}

/** The parts of a form; files beyond the limit are a fault. Throws `Fault`. */
async function* partsOf(request: FastifyRequest, faults: FileFault[]): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'FST_FILES_LIMIT') throw malformed(error);
    faults.push({ name: '', why: 'TOO_MANY' });
  }
}

/** Without `bytes`, the file is too large; `size` is then known up to a limit. */
async function bytesOf({ file }: MultipartFile): Promise<{ bytes?: Buffer; size?: { readonly bytes?: number } }> {
  let chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= MAX_FILE_BYTES) chunks.push(chunk);
      else chunks = [];
    }
  } catch (error) {
    throw malformed(error);
  }
  if (file.truncated) return { size: {} };
  return size > MAX_FILE_BYTES ? { size: { bytes: size } } : { bytes: Buffer.concat(chunks) };
}

/** @fastify/multipart gives no status code for a missing boundary or a truncated body. */
function malformed(error: unknown): unknown {
  return (error as { readonly statusCode?: unknown }).statusCode === undefined ? new Fault('BAD_INPUT') : error;
}

function faultOf(filename: string, error: unknown, request: FastifyRequest): FileFault {
  const name = filename.slice(-MAX_NAME_LENGTH);
  if (error instanceof Overloaded) {
    const english = /^\s*en\b/i.test(request.headers['accept-language'] ?? '');
    const refused = new Refused(errorText('OVERLOADED', english ? 'en' : 'ru'), 'OVERLOADED', 'files');
    return { name, why: 'FAILED', refused };
  }
  if (!(error instanceof Refused)) throw error;
  if (error.code === 'FILE_EMPTY') return { name, why: 'EMPTY' };
  if (error.code === 'FILE_TYPE_UNKNOWN') return { name, why: 'TYPE' };
  return { name, why: 'FAILED', refused: error };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
