import { createHash, randomUUID } from 'node:crypto';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText, refusalText } from '@otklik/contracts/texts';
import { isUuid } from '@otklik/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault, languageOf, Recent } from '@otklik/host/graphql';
import { Refused } from './operations.js';

export interface ReceivedForm {
  /** Text fields; a repeated one counts once. */
  readonly fields: ReadonlyMap<string, string>;
  /** Ids of the files that came with it, kept already. */
  readonly files: readonly string[];
  /** What was wrong with a file; the fields are whole nevertheless. */
  readonly fault?: Refused;
}

const KEPT_UPLOADS = 2_000;

/**
 * Reads a form, urlencoded or multipart. A file goes on at once to the process's own `POST /files`, with its sender's
 * address, so that the same limits hold. The same file of the same form is kept once: a double click sends it twice, a lost answer once more.
 */
export class FormReader {
  private readonly uploads = new Recent<Promise<string>>(KEPT_UPLOADS);

  constructor(private readonly fastify: FastifyInstance) {}

  async read(request: FastifyRequest, district: string): Promise<ReceivedForm> {
    if (!request.isMultipart()) return { fields: fieldsOf(request.body), files: [] };
    const fields = new Map<string, string>();
    const files: string[] = [];
    let fault: Refused | undefined;
    const failed = (error: unknown): void => void (fault ??= asRefused(error));
    const take = async (part: Multipart): Promise<void> => {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        return;
      }
      const bytes = await this.bytesOf(part, request);
      if (bytes && !fault) files.push(await this.upload(request, district, fields.get('key') ?? '', bytes));
    };
    try {
      for await (const part of partsOf(request)) await take(part).catch(failed);
    } catch (error) {
      failed(error);
    }
    return { fields, files, ...(fault === undefined ? {} : { fault }) };
  }

  /** Undefined for the empty field of a form without a file. */
  private async bytesOf({ file, filename }: MultipartFile, request: FastifyRequest): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of file) chunks.push(chunk as Buffer);
    } catch (error) {
      throw malformed(error);
    }
    if (file.truncated) {
      throw new Refused(errorText('TOO_LARGE', languageOf(request.headers['accept-language'])), 'TOO_LARGE', 'files');
    }
    return chunks.length === 0 && !filename ? undefined : Buffer.concat(chunks);
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
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'FST_FILES_LIMIT') throw malformed(error);
    const language = languageOf(request.headers['accept-language']);
    throw new Refused(refusalText('TOO_MANY_FILES', language), 'TOO_MANY_ITEMS', 'files');
  }
}

/** What reads multipart has no status for a form that has no boundary, or ends in its middle. */
function malformed(error: unknown): unknown {
  return (error as { readonly statusCode?: unknown }).statusCode === undefined ? new Fault('BAD_INPUT') : error;
}

function fieldsOf(body: unknown): ReadonlyMap<string, string> {
  return new Map(body instanceof URLSearchParams ? body : []);
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}
