import { createHash, randomUUID } from 'node:crypto';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText, refusalText } from '@otklik/contracts/texts';
import { Overloaded, type Language, type BodyMemoryBudget } from '@otklik/host';
import { isUuid } from '@otklik/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault, languageOf } from '@otklik/host/graphql';
import { LRUCache } from 'lru-cache';
import { Refused } from './operations.js';

export interface ReceivedForm {
  /** Text fields; the last value of a repeated one. */
  readonly fields: ReadonlyMap<string, string>;
  /** Ids of its files, already stored. */
  readonly files: readonly string[];
  /** The first error of a file; the fields are complete nevertheless. */
  readonly fault?: Refused;
}

const MAX_CACHED_UPLOADS = 2_000;

/**
 * Reads a form, urlencoded or multipart. Each file is sent to the process's own `POST /files` with the client's address, so
 * that the same limits hold. A file sent again with the same form (double click, retry) is stored once.
 */
export class FormReader {
  private readonly uploads = new LRUCache<string, Promise<string>>({ max: MAX_CACHED_UPLOADS });

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly bodyBudget: BodyMemoryBudget,
  ) {}

  async read(request: FastifyRequest, district: string): Promise<ReceivedForm> {
    if (!request.isMultipart()) return { fields: fieldsOf(request.body), files: [] };
    const language = languageOf(request.headers['accept-language']);
    const fields = new Map<string, string>();
    const files: string[] = [];
    let fault: Refused | undefined;
    const failed = (error: unknown): void => void (fault ??= asRefused(error, language));
    const readPart = async (part: Multipart): Promise<void> => {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        return;
      }
      // A file input without a file is sent as a part without a name.
      if (fault || !part.filename) return void part.file.resume();
      const keep = async (): Promise<string> =>
        this.upload(request, district, fields.get('key') ?? '', await bytesOf(part, language));
      // Drain the rest of the file: text fields may follow it.
      files.push(await this.bodyBudget.hold(request, keep).finally(() => part.file.resume()));
    };
    try {
      for await (const part of partsOf(request, language)) await readPart(part).catch(failed);
    } catch (error) {
      failed(error);
    }
    return { fields, files, ...(fault === undefined ? {} : { fault }) };
  }

  private upload(request: FastifyRequest, district: string, key: string, bytes: Buffer): Promise<string> {
    const name = `${key}/${createHash('sha256').update(bytes).digest('base64url')}`;
    const known = isUuid(key) ? this.uploads.get(name) : undefined;
    if (known) return known;
    const upload = this.post(request, `/files?${new URLSearchParams({ district, key })}`, bytes);
    this.uploads.set(name, upload);
    upload.catch(() => this.uploads.delete(name));
    return upload;
  }

  private async post(request: FastifyRequest, url: string, bytes: Buffer): Promise<string> {
    const boundary = `otklik-${randomUUID()}`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const answer = await this.fastify.inject({
      method: 'POST',
      url,
      remoteAddress: request.ip,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'accept-language': request.headers['accept-language'] ?? '',
      },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    const body = answer.json<{
      id?: string;
      errors?: readonly { message: string; extensions: { code: ErrorCode } }[];
    }>();
    const [error] = body.errors ?? [];
    if (body.id !== undefined) return body.id;
    throw error
      ? new Refused(error.message, error.extensions.code, 'files')
      : new TypeError('POST /files answered neither an id nor an error');
  }
}

/** The parts of a form. Throws `Refused`, `Fault`. */
async function* partsOf(request: FastifyRequest, language: Language): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'FST_FILES_LIMIT') throw malformed(error);
    throw new Refused(refusalText('TOO_MANY_FILES', language), 'TOO_MANY_ITEMS', 'files');
  }
}

async function bytesOf({ file }: MultipartFile, language: Language): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of file) chunks.push(chunk as Buffer);
  } catch (error) {
    throw malformed(error);
  }
  if (file.truncated) throw fileFault('TOO_LARGE', language);
  return Buffer.concat(chunks);
}

/** @fastify/multipart gives no status code for a missing boundary or a truncated body. */
function malformed(error: unknown): unknown {
  return (error as { readonly statusCode?: unknown }).statusCode === undefined ? new Fault('BAD_INPUT') : error;
}

function fieldsOf(body: unknown): ReadonlyMap<string, string> {
  return new Map(body instanceof URLSearchParams ? body : []);
}

function asRefused(error: unknown, language: Language): Refused {
  if (error instanceof Overloaded) return fileFault('OVERLOADED', language);
  if (error instanceof Refused) return error;
  throw error;
}

function fileFault(code: ErrorCode, language: Language): Refused {
  return new Refused(errorText(code, language), code, 'files');
}
