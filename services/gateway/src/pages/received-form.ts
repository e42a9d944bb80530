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
  /** Text fields; a repeated one counts once. */
  readonly fields: ReadonlyMap<string, string>;
  /** Ids of the files that came with it, kept already. */
  readonly files: readonly string[];
  /** What was wrong with a file; the fields are whole nevertheless. */
  readonly fault?: Refused;
}

const MAX_CACHED_UPLOADS = 2_000;

/**
 * Reads a form, urlencoded or multipart. A file goes on at once to the process's own `POST /files`, with its sender's
 * address, so that the same limits hold. The same file of the same form is kept once: a double click sends it twice, a lost answer once more.
 */
export class FormReader {
  private readonly uploads = new LRUCache<string, Promise<string>>({ max: MAX_CACHED_UPLOADS });

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly room: BodyMemoryBudget,
  ) {}

  async read(request: FastifyRequest, district: string): Promise<ReceivedForm> {
    if (!request.isMultipart()) return { fields: fieldsOf(request.body), files: [] };
    const language = languageOf(request.headers['accept-language']);
    const fields = new Map<string, string>();
    const files: string[] = [];
    let fault: Refused | undefined;
    const failed = (error: unknown): void => void (fault ??= asRefused(error, language));
    const take = async (part: Multipart): Promise<void> => {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        return;
      }
      // A form without a file has its field all the same, and no name in it.
      if (fault || !part.filename) return void part.file.resume();
      const keep = async (): Promise<string> =>
        this.upload(request, district, fields.get('key') ?? '', await bytesOf(part, language));
      // What is not kept of it goes by: the words may come after it.
      files.push(await this.room.hold(request, keep).finally(() => part.file.resume()));
    };
    try {
      for await (const part of partsOf(request, language)) await take(part).catch(failed);
    } catch (error) {
      failed(error);
    }
    return { fields, files, ...(fault === undefined ? {} : { fault }) };
  }

  private upload(request: FastifyRequest, district: string, key: string, bytes: Buffer): Promise<string> {
    const name = `${key}/${createHash('sha256').update(bytes).digest('base64url')}`;
    const known = isUuid(key) ? this.uploads.get(name) : undefined;
    if (known) return known;
    const kept = this.post(request, `/files?${new URLSearchParams({ district, key })}`, bytes);
    this.uploads.set(name, kept);
    kept.catch(() => this.uploads.delete(name));
    return kept;
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
      : new TypeError('POST /files said nothing');
  }
}

/** The parts of a form; a fault of its sender is told as one. Throws `Refused`, `Fault`. */
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

/** What reads multipart has no status for a form that has no boundary, or ends in its middle. */
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
