import { randomUUID } from 'node:crypto';
import { Fault } from '@otklik/host/graphql';
import { isUuid } from '@otklik/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf } from './appearance.js';
import { markedPage } from './helped-part.js';
import { Refused } from './operations.js';
import { isSecure, statusOf, type Pages } from './page-context.js';
import { failurePage } from './plain-pages.js';
import { sentFields } from './sent-fields.js';

/** By it a browser has one mark on an answer; it is random, and says nothing of who reads. */
const COOKIE = 'otklik_mark';
const MAX_AGE_S = 31_536_000;

/** Whether an answer helped, without a script. */
export function helpedRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.post('/:district/answers/:id/helped', (request, reply) => marked(request, reply, pages));
}

async function marked(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const asked = askedIn(request);
  if (!asked) throw new Fault('NOT_FOUND');
  try {
    const { answer, counted } = await mark(request, pages, { ...asked, district: district.code });
    void reply.header('set-cookie', cookieFor(request, district.code, asked.browser));
    const page = markedPage({ district, speech: pages.speech(request), answer }, counted);
    return await pages.send(request, reply, page, district);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'NOT_FOUND') throw new Fault('NOT_FOUND');
    const page = failurePage(pages.speech(request), error.message, `/${district.code}/answers/${asked.id}`);
    return pages.send(request, reply.code(statusOf(error)), page, district);
  }
}

interface Asked {
  readonly id: string;
  readonly helped: boolean;
  readonly browser: string;
}

/** Undefined for what no button of the page sends. */
function askedIn(request: FastifyRequest): Asked | undefined {
  const { id } = request.params as { readonly id: string };
  const helped = sentFields(request).get('helped');
  if (!isUuid(id) || (helped !== 'yes' && helped !== 'no')) return undefined;
  return { id, helped: helped === 'yes', browser: browserOf(request) ?? randomUUID() };
}

async function mark(request: FastifyRequest, pages: Pages, asked: Asked & { readonly district: string }) {
  const context = await pages.context(request);
  const { counted, helped, notHelped } = await pages.operations.markAnswer(context, { key: randomUUID(), ...asked });
  const found = await pages.operations.publishedAnswer(context, asked.district, asked.id);
  if (!found?.answer) throw new Fault('NOT_FOUND');
  return { counted, answer: { ...found.answer, helped, notHelped } };
}

function cookieFor(request: FastifyRequest, district: string, browser: string): string {
  const rules = `Path=/${district}/answers; HttpOnly; SameSite=Strict; Max-Age=${MAX_AGE_S}`;
  return `${COOKIE}=${browser}; ${rules}${isSecure(request) ? '; Secure' : ''}`;
}

function browserOf({ headers }: FastifyRequest): string | undefined {
  const kept = cookieOf(headers.cookie, COOKIE);
  return kept !== undefined && isUuid(kept) ? kept : undefined;
}
