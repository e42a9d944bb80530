import { randomUUID } from 'node:crypto';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { challengeError } from './challenge-part.js';
import type { FormError } from './form-values.js';
import { Refused } from './operations.js';
import { idempotencyKey, statusOf, type Pages } from './page-context.js';
import { noReceptionPage, ownReceptionPage } from './own-reception-pages.js';
import { receptionPage, type BookingValues } from './reception-pages.js';
import { sentFields } from './sent-fields.js';
import type { Speech } from './words/index.js';

const MAX_VALUE = 300;
const CODE = /^[0-9A-Za-z]{16}$/;
const FIELDS = ['begins', 'matter', 'name', 'phone', 'consent'] as const;

/** Booking of a reception in person: the form, and the visitor's own booking by its code. */
export function receptionRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/reception', async (request, reply) => {
    const { to, on } = request.query as Readonly<Record<string, unknown>>;
    const asked = new Map(Object.entries({ hours: to, on }).map(([name, value]) => [name, textOf(value)]));
    return shown(request, reply, pages, { values: valuesOf(asked), draftKey: randomUUID(), errors: [] });
  });
  scope.post('/:district/reception', (request, reply) => booked(request, reply, pages));
  scope.get('/:district/reception/:code', (request, reply) => own(request, reply, pages));
  scope.post('/:district/reception/:code', (request, reply) => cancelled(request, reply, pages));
}

interface Shown {
  readonly values: BookingValues;
  readonly draftKey: string;
  readonly errors: readonly FormError[];
}

async function shown(request: FastifyRequest, reply: FastifyReply, pages: Pages, given: Shown): Promise<FastifyReply> {
  const district = await pages.district(request);
  const receptions = await pages.operations.receptions(await pages.ownContext(request), district.code);
  const page = receptionPage({ district, speech: pages.speech(request), receptions, ...given });
  return pages.send(request, reply, page, district);
}

async function booked(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const fields = sentFields(request);
  const values = valuesOf(fields);
  const { hours, on, begins, name, phone, matter } = values;
  const key = idempotencyKey(fields);
  try {
    const way = values.way === 'VIDEO' ? 'VIDEO' : 'IN_PERSON';
    const consent = fields.get('consent') ?? '-';
    const input = { district: district.code, key, hours, on, begins, way, name, phone, matter, consent } as const;
    const { bookingCode } = await pages.operations.bookReception(await pages.context(request, fields), input);
    return await reply.redirect(`/${district.code}/reception/${bookingCode}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const errors = faultsOf(error, pages.speech(request));
    // What was taken meanwhile is another booking's: the next form is one of its own.
    const draftKey = error.code === 'REFUSED' ? randomUUID() : key;
    return shown(request, reply.code(statusOf(error)), pages, { values, draftKey, errors });
  }
}

async function own(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  return ownShown(request, reply, pages, district, []);
}

async function cancelled(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const code = codeOf(request);
  try {
    const context = await pages.context(request, sentFields(request));
    await pages.operations.cancelOwnReception(context, { district: district.code, key: randomUUID(), code });
    return await reply.redirect(`/${district.code}/reception/${code}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const found = challengeError(error, pages.speech(request)) ?? { message: error.message };
    return ownShown(request, reply.code(statusOf(error)), pages, district, [found]);
  }
}

async function ownShown(
  request: FastifyRequest,
  reply: FastifyReply,
  pages: Pages,
  district: PublicDistrict,
  errors: readonly FormError[],
): Promise<FastifyReply> {
  const speech = pages.speech(request);
  const code = codeOf(request);
  const found = await pages.operations.ownReception(await pages.ownContext(request), district.code, code);
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  if (!found) return pages.send(request, reply.code(404), noReceptionPage(district, speech), district);
  return pages.send(request, reply, ownReceptionPage({ district, speech, own: found, code, errors }), district);
}

function codeOf({ params }: FastifyRequest): string {
  const { code } = params as { readonly code: string };
  return CODE.test(code) ? code : '-';
}

function valuesOf(fields: ReadonlyMap<string, string>): BookingValues {
  const field = (name: string): string => (fields.get(name) ?? '').trim().slice(0, MAX_VALUE);
  return {
    hours: field('hours'),
    on: field('on'),
    begins: field('begins'),
    way: field('way'),
    name: field('name'),
    phone: field('phone'),
    matter: field('matter'),
    consent: fields.has('consent'),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Each at its field; what is about none of these is of the form. */
function faultsOf(refused: Refused, speech: Speech): readonly FormError[] {
  const challenge = challengeError(refused, speech);
  if (challenge) return [challenge];
  const { faults, message, path } = refused;
  const all = faults.length > 0 ? faults : [{ path: path ?? '', message }];
  return all.map((one) => ({ field: FIELDS.find((name) => one.path === `input.${name}`), message: one.message }));
}
