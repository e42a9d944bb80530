import multipart from '@fastify/multipart';
import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText } from '@otklik/contracts/texts';
import { BadInput, Forbidden, NotFound, RateLimited, type RouteParts } from '@otklik/host';
import { isUuid } from '@otklik/kernel';
import { holds, type Actor, type District, type OfficialRole } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { keepUpload, openClaimed } from '../../application/files.js';
import type { IntakeParts } from '../../intake-parts.js';
import { checkedFile } from './checked-file.js';

const MOST_BYTES = 10 * 1024 * 1024;
const TEN_MINUTES = 600;

/** Who works on an appeal sees what was attached to it. */
const READERS: readonly OfficialRole[] = [
  'MODERATOR',
  'REGISTRAR',
  'COORDINATOR',
  'EXECUTOR',
  'APPROVER',
  'SIGNATORY',
  'CONTROLLER',
  'HEAD',
];

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/**
 * `POST /files?district=<code>`: one file (multipart field `file`) before the submission that names it; answers
 * `{ id, type, size, sha256 }`. `GET /files/<district>/<id>`: for officials of the district, by their bearer token.
 */
export function fileRoutes(parts: IntakeParts) {
  const limiter = new RateLimiterMemory({ points: parts.config.uploadsPerAddress, duration: TEN_MINUTES });
  return async (fastify: FastifyInstance, edge: RouteParts): Promise<void> => {
    await fastify.register(multipart, { limits: { files: 1, fields: 4, fileSize: MOST_BYTES, fieldSize: 200 } });
    fastify.setErrorHandler((error, request, reply) => answerError(parts, error, request, reply));

    fastify.post('/files', { bodyLimit: MOST_BYTES + 64 * 1024 }, async (request, reply) => {
      await limiter.consume(request.ip);
      const { bytes, districtCode } = await receivedFile(request);
      const district = districtOf(parts, districtCode);
      const kept = await keepUpload(parts.files, district.id, await checkedFile(bytes), parts.now());
      return reply.code(201).header('cache-control', 'no-store').send(kept);
    });

    fastify.get<{ Params: { district: string; id: string } }>('/files/:district/:id', async (request, reply) => {
      const actor = await edge.actorOf(request.headers.authorization);
      const { district, official } = permitted(parts, actor, request.params.district);
      const id = request.params.id.toLowerCase();
      const file = isUuid(id) ? await openClaimed(parts.files, district.id, id) : undefined;
      if (!file) throw new NotFound();
      await parts.files.rows.opened(district.id, id, official, parts.now());
      return reply
        .type(file.type)
        .header('content-disposition', `attachment; filename="${id}.${EXTENSIONS[file.type] ?? 'bin'}"`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, no-store')
        .send(file.bytes);
    });
  };
}

async function receivedFile(
  request: FastifyRequest,
): Promise<{ readonly bytes: Buffer; readonly districtCode: string | undefined }> {
  if (!request.isMultipart()) throw new BadInput('BAD_INPUT', 'content-type');
  const file = await request.file();
  if (!file) throw new BadInput('FILE_EMPTY', 'file');
  const bytes = await file.toBuffer();
  const inQuery = (request.query as { readonly district?: unknown }).district;
  const field = file.fields['district'];
  const inForm = field && 'value' in field ? field.value : undefined;
  const districtCode = [inQuery, inForm].find((code) => typeof code === 'string');
  return { bytes, districtCode: districtCode as string | undefined };
}

function districtOf({ directory }: IntakeParts, code: string | undefined): District {
  const district = code === undefined ? undefined : directory.district(code);
  if (!district) throw new NotFound();
  return district;
}

/** A district where the official holds nothing looks like one that never was. */
function permitted(parts: IntakeParts, actor: Actor, code: string): { district: District; official: string } {
  if (actor.kind === 'anyone') throw new Unauthenticated();
  const district = districtOf(parts, code);
  if (actor.kind !== 'official' || !actor.assignments.some((held) => held.district === district.id)) {
    throw new NotFound();
  }
  if (!READERS.some((role) => holds(actor, district.id, role))) throw new Forbidden();
  return { district, official: actor.id };
}

class Unauthenticated extends Error {}

/** Kinds of errors, what is told, and the status. */
const told: readonly (readonly [(error: unknown) => boolean, ErrorCode, number])[] = [
  [(error) => error instanceof Unauthenticated || codeOf(error) === 'UNAUTHENTICATED', 'UNAUTHENTICATED', 401],
  [(error) => error instanceof Forbidden, 'FORBIDDEN', 403],
  [(error) => error instanceof NotFound, 'NOT_FOUND', 404],
  [(error) => error instanceof RateLimiterRes || error instanceof RateLimited, 'RATE_LIMITED', 429],
  [(error) => /TOO_LARGE$/.test(codeOf(error)), 'TOO_LARGE', 413],
  [(error) => codeOf(error) === 'FST_INVALID_MULTIPART_CONTENT_TYPE', 'BAD_INPUT', 415],
];

function answerError(parts: IntakeParts, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [code, status] = meaning(error);
  const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ru';
  if (status >= 500) parts.logger.error('a file request failed', { service: 'intake', correlation: request.id, error });
  const message = errorText(code, language, { requestId: request.id });
  return reply.code(status).header('cache-control', 'no-store').send({ code, message });
}

function meaning(error: unknown): readonly [ErrorCode, number] {
  const known = told.find(([is]) => is(error));
  if (known) return [known[1], known[2]];
  if (error instanceof BadInput) return [error.code, error.code === 'FILE_TYPE_UNKNOWN' ? 415 : 400];
  const status = Number((error as { statusCode?: unknown } | null)?.statusCode);
  return status >= 400 && status < 500 ? ['BAD_INPUT', status] : ['INTERNAL', 500];
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}
