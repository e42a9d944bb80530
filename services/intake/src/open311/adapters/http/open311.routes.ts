import { Inject, Injectable } from '@nestjs/common';
import { NotFound, networkOf, type HttpRoutes } from '@otklik/host';
import { asFault, requestContext } from '@otklik/host/graphql';
import { compact } from '@otklik/kernel';
import { counter, Logger } from '@otklik/observability';
import { Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { INTAKE_CONFIG, type IntakeConfig } from '../../../config.js';
import { tooMany, type Asked } from './open311-asked.js';
import { errorAnswer } from './open311-errors.js';
import { CONTENT_TYPES, written, type Document, type Format } from './open311-format.js';
import { Form } from './open311-forms.js';
import { Open311Posts } from './open311-posts.js';
import { Open311Reads } from './open311-reads.js';

const answered = counter('otklik_open311_requests_total', 'Requests over Open311, by method and status', [
  'method',
  'status',
]);

const WINDOW_S = 600;
const MAX_BODY_BYTES = 64 * 1024;

/** The last part of an address: what is asked, perhaps of one, and in which form. */
const ADDRESS = /^(?<resource>[a-z]+)(?:\/(?<id>[^/]+))?\.(?<format>json|xml)$/;

type Request = FastifyRequest<{ Params: { readonly '*': string } }>;

/**
 * `/open311/v2/…`: Open311 GeoReport v2 with mySociety's updates, JSON and XML, for front-ends and bodies that speak the
 * standard (docs/open311.md). `jurisdiction_id` is the district's code. Errors have the standard's form.
 */
@Injectable()
export class Open311Routes implements HttpRoutes {
  private readonly limiter: RateLimiterMemory;

  constructor(
    private readonly reads: Open311Reads,
    private readonly posts: Open311Posts,
    private readonly directory: Directory,
    private readonly logger: Logger,
    @Inject(INTAKE_CONFIG) { open311PerAddress }: IntakeConfig,
  ) {
    this.limiter = new RateLimiterMemory({ points: open311PerAddress || Number.MAX_SAFE_INTEGER, duration: WINDOW_S });
  }

  register(fastify: FastifyInstance): void {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
      (_, body, done) => done(null, new URLSearchParams(body as string)),
    );
    fastify.setErrorHandler((error, request, reply) => {
      const { status, document } = errorAnswer(asFault(error), requestContext(request), this.logger);
      return send(request, reply, formatOf(request), document, status);
    });
    fastify.get('/open311/v2/*', async (request: Request, reply) =>
      this.answer(request, reply, queryOf(request), (asked) => this.reads.read(asked)),
    );
    fastify.post('/open311/v2/*', async (request: Request, reply) => {
      const form = new URLSearchParams([...queryOf(request), ...((request.body as URLSearchParams | undefined) ?? [])]);
      return this.answer(request, reply, form, (asked) => this.posts.post(asked));
    });
  }

  private async answer(
    request: Request,
    reply: FastifyReply,
    params: URLSearchParams,
    work: (asked: Asked) => Promise<Document>,
  ): Promise<FastifyReply> {
    await this.limiter.consume(`${this.limitedDistrict(params)}/${networkOf(request.ip)}`).catch(tooMany);
    const { resource, id, format } = ADDRESS.exec(request.params['*'])?.groups ?? {};
    if (resource === undefined || format === undefined) throw new NotFound();
    const key = request.headers['idempotency-key'];
    const document = await work({
      resource,
      form: new Form(params),
      language: requestContext(request).language,
      ...compact({ id }),
      ...(typeof key === 'string' && key !== '' && { idempotencyKey: key }),
    });
    return send(request, reply, format as Format, document, 200);
  }

  /** Each district has its own limit; what names none shares one. */
  private limitedDistrict(params: URLSearchParams): number {
    const code = params.get('jurisdiction_id');
    return (code === null ? undefined : this.directory.district(code)?.id) ?? 0;
  }
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
}

function formatOf({ url }: FastifyRequest): Format {
  return (url.split('?')[0] ?? '').endsWith('.json') ? 'json' : 'xml';
}

function send(
  { method }: FastifyRequest,
  reply: FastifyReply,
  format: Format,
  document: Document,
  status: number,
): FastifyReply {
  answered.inc({ method, status: String(status) });
  return reply
    .code(status)
    .type(CONTENT_TYPES[format])
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(written(document, format));
}
