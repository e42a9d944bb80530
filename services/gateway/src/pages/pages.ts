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
import { followRoutes, setAppealCookies } from './follow.js';
import {
  failurePage,
  formPage,
  homePage,
  missingPage,
  receiptPage,
  type FormValues,
  type FormError,
} from './form-page.js';
import { pagePolicy, translator } from './layout.js';
import { districtOf, idempotencyKey, send, statusOf } from './page-request.js';
import { PageOperations, Refused } from './operations.js';
import { FormReader, type ReceivedForm } from './received-form.js';

export interface PageRouteOptions {
  readonly execute: Execute;
  readonly identify: Identify;
  readonly directory: Directory;
  readonly logger: Logger;
}

const MAX_FILES = 5;
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Server-rendered pages for residents, without scripts: submission, receipt, follow-up, rating. */
export async function pageRoutes(scope: FastifyInstance, options: PageRouteOptions): Promise<void> {
  const { directory, identify, logger, execute } = options;
  const operations = new PageOperations(execute);
  const forms = new FormReader(scope, new BodyMemoryBudget(MAX_FILE_BYTES));
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
  await scope.register(multipart, {
    // `FormReader` reports an oversized file itself, so that the form is shown again with its values.
    throwFileSizeLimit: false,
    limits: { files: MAX_FILES, fields: 10, fieldSize: BODY_LIMIT, fileSize: MAX_FILE_BYTES, headerPairs: 20 },
  });
  scope.addHook('onSend', async (_, reply) => {
    void reply.headers({
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  scope.setErrorHandler(async (error, request, reply) => sendErrorPage(error, request, reply, logger));

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
    const key = idempotencyKey(form);
    const values = formValues(form);
    try {
      if (form.fault) throw form.fault;
      const context = await contextOf(request, identify);
      const { place, ...rest } = values;
      const fields = { name: rest.name || undefined, contact: rest.contact || undefined, text: rest.text };
      const input = { ...fields, district: district.code, key, place: place ? { text: place } : undefined };
      const receipt = await operations.submit(context, { ...input, files: form.files });
      setAppealCookies(request, reply, district, receipt);
      return await send(reply, receiptPage(district, language, receipt));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // An earlier version of the form was received under its key and the answer was lost: show the form with a new key.
      const sentBefore = error.code === 'IDEMPOTENCY_KEY_REUSED';
      const message = sentBefore ? translator(language)('form.sentBefore') : error.message;
      const nextKey = sentBefore ? randomUUID() : key;
      const fault = { message, field: fieldOf(error.path) };
      return send(reply.code(statusOf(error)), formPage(district, language, nextKey, values, fault));
    }
  });
  followRoutes(scope, { operations, identify, directory });
  // Unknown paths: an HTML page for browsers, JSON for other clients.
  scope.all('/*', async (request, reply) => {
    if ((request.headers.accept ?? '').includes('text/html')) throw new Fault('NOT_FOUND');
    const errors = formatErrors([new Fault('NOT_FOUND')], requestContext(request), logger);
    return reply.code(404).send({ errors });
  });
}

function formValues({ fields }: ReceivedForm): FormValues {
  // Browsers send line ends as CRLF, but count them as one character.
  const field = (name: string): string => (fields.get(name) ?? '').replaceAll('\r\n', '\n');
  return {
    text: field('text'),
    place: field('place').trim(),
    name: field('name').trim(),
    contact: field('contact').trim(),
  };
}

const inputFields: readonly (readonly [string, FormError['field']])[] = [
  ['input.text', 'text'],
  ['input.place', 'place'],
  ['input.name', 'name'],
  ['input.contact', 'contact'],
  ['input.files', 'photo'],
  ['files', 'photo'],
];

function fieldOf(path: string | undefined): FormError['field'] {
  return inputFields.find(([start]) => path?.startsWith(start))?.[1];
}

async function sendErrorPage(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): Promise<void> {
  const asker = requestContext(request);
  if (error instanceof Fault && error.code === 'NOT_FOUND') {
    return void (await send(reply.code(404), missingPage(asker.language)));
  }
  if (error instanceof Refused) {
    return void (await send(reply.code(statusOf(error)), failurePage(asker.language, error.message)));
  }
  const { statusCode } = error as { statusCode?: number };
  const isClientError = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  const fault = isClientError ? new Fault(statusCode === 413 ? 'TOO_LARGE' : 'BAD_INPUT') : (error as Error);
  const errors = formatErrors([fault], asker, logger);
  const message = errors[0]?.message ?? '';
  return void (await send(reply.code(httpStatus(errors)), failurePage(asker.language, message)));
}
