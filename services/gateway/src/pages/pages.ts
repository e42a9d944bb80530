import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { Logger } from '@otklik/observability';
import type { Directory } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT, BodyMemoryBudget } from '@otklik/host';
import { requestContext, Fault, formatErrors, httpStatus } from '@otklik/host/graphql';
import type { Execute } from '../graphql/execute.js';
import { contextOf } from '../graphql/http.js';
import type { Identify } from '../identity/identity.js';
import { followRoutes, keepOpened } from './follow.js';
import { failurePage, formPage, homePage, missingPage, receiptPage, type Filled, type FormFault } from './form-page.js';
import { pagePolicy, wordsOf } from './layout.js';
import { districtOf, keyOf, send, statusOf } from './page-request.js';
import { PageOperations, Refused } from './operations.js';
import { FormReader, type ReceivedForm } from './received-form.js';

export interface PageRouteOptions {
  readonly execute: Execute;
  readonly identify: Identify;
  readonly directory: Directory;
  readonly logger: Logger;
}

const MAX_FILES = 5;
const FILE_BYTES = 10 * 1024 * 1024;

/** The pages for residents, made here and complete without a script: write, receipt, follow, rate. */
export async function pageRoutes(scope: FastifyInstance, options: PageRouteOptions): Promise<void> {
  const { directory, identify, logger, execute } = options;
  const operations = new PageOperations(execute);
  const forms = new FormReader(scope, new BodyMemoryBudget(FILE_BYTES));
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
  await scope.register(multipart, {
    // The reader says itself what was too large, with the page that the person filled in.
    throwFileSizeLimit: false,
    limits: { files: MAX_FILES, fields: 10, fieldSize: BODY_LIMIT, fileSize: FILE_BYTES, headerPairs: 20 },
  });
  scope.addHook('onSend', async (_, reply) => {
    void reply.headers({
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  scope.setErrorHandler(async (error, request, reply) => fail(error, request, reply, logger));

  scope.get('/', async (request, reply) =>
    send(reply, homePage(directory.districts(), requestContext(request).language)),
  );
  scope.get('/:district', async (request, reply) => {
    const { language } = requestContext(request);
    return send(reply, formPage(districtOf(request, directory), language, randomUUID()));
  });
  scope.post('/:district', async (request, reply) => {
    const district = districtOf(request, directory);
    const { language } = requestContext(request);
    const form = await forms.read(request, district.code);
    const key = keyOf(form);
    const filled = filledIn(form);
    try {
      if (form.fault) throw form.fault;
      const context = await contextOf(request, identify);
      const { place, ...rest } = filled;
      const fields = { name: rest.name || undefined, contact: rest.contact || undefined, text: rest.text };
      const input = { ...fields, district: district.code, key, place: place ? { text: place } : undefined };
      const receipt = await operations.submit(context, { ...input, files: form.files });
      keepOpened(request, reply, district, receipt);
      return await send(reply, receiptPage(district, language, receipt));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Something else was received under this form's key, whose answer was lost: what is written now goes as a new one.
      const sentBefore = error.code === 'IDEMPOTENCY_KEY_REUSED';
      const message = sentBefore ? wordsOf(language)('form.sentBefore') : error.told;
      const nextKey = sentBefore ? randomUUID() : key;
      const fault = { message, field: fieldOf(error.path) };
      return send(reply.code(statusOf(error)), formPage(district, language, nextKey, filled, fault));
    }
  });
  followRoutes(scope, { operations, identify, directory });
  // A page that there is not; a program that asked is told in its own way.
  scope.all('/*', async (request, reply) => {
    if ((request.headers.accept ?? '').includes('text/html')) throw new Fault('NOT_FOUND');
    const errors = formatErrors([new Fault('NOT_FOUND')], requestContext(request), logger);
    return reply.code(404).send({ errors });
  });
}

function filledIn({ fields }: ReceivedForm): Filled {
  // A browser sends line ends as CRLF, and a text area counts them as one character.
  const of = (name: string): string => (fields.get(name) ?? '').replaceAll('\r\n', '\n');
  return { text: of('text'), place: of('place').trim(), name: of('name').trim(), contact: of('contact').trim() };
}

const inputFields: readonly (readonly [string, FormFault['field']])[] = [
  ['input.text', 'text'],
  ['input.place', 'place'],
  ['input.name', 'name'],
  ['input.contact', 'contact'],
  ['input.files', 'photo'],
  ['files', 'photo'],
];

function fieldOf(path: string | undefined): FormFault['field'] {
  return inputFields.find(([start]) => path?.startsWith(start))?.[1];
}

async function fail(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): Promise<void> {
  const asker = requestContext(request);
  if (error instanceof Fault && error.code === 'NOT_FOUND') {
    return void (await send(reply.code(404), missingPage(asker.language)));
  }
  if (error instanceof Refused) {
    return void (await send(reply.code(statusOf(error)), failurePage(asker.language, error.told)));
  }
  const { statusCode } = error as { statusCode?: number };
  const known = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  const fault = known ? new Fault(statusCode === 413 ? 'TOO_LARGE' : 'BAD_INPUT') : (error as Error);
  const errors = formatErrors([fault], asker, logger);
  const message = errors[0]?.message ?? '';
  return void (await send(reply.code(httpStatus(errors)), failurePage(asker.language, message)));
}
