import { randomUUID } from 'node:crypto';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { challengeError } from './challenge-part.js';
import type { FormError } from './form-values.js';
import { Refused } from './operations.js';
import { statusOf, type Pages } from './page-context.js';
import { failurePage } from './plain-pages.js';
import { sentFields } from './sent-fields.js';
import {
  confirmedPage,
  confirmPage,
  endedPage,
  endPage,
  linkOverPage,
  subscribePage,
  subscriptionAskedPage,
  type SubscribedTo,
} from './subscribe-pages.js';
import type { Speech } from './words/index.js';

const MAX_SHOWN = 254;
const MAX_CODE = 100;
const LINK = /^[\w-]{10,100}$/;
const ALL: SubscribedTo = { topic: '', settlement: '' };

/** Subscription by e-mail: asked for, confirmed by a button, ended by a button or by the mail program (RFC 8058). */
export function subscribeRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/subscribe', async (request, reply) => {
    const district = await pages.district(request);
    const speech = pages.speech(request);
    const { sent } = request.query as { readonly sent?: unknown };
    const page =
      sent === undefined ? subscribePage({ district, speech, of: ALL }) : subscriptionAskedPage(district, speech);
    return pages.send(request, reply, page, district);
  });
  scope.post('/:district/subscribe', (request, reply) => asked(request, reply, pages));
  scope.get('/:district/subscribe/:link', async (request, reply) => {
    const district = await pages.district(request);
    const page = confirmPage({ district, speech: pages.speech(request), link: linkOf(request) });
    return pages.send(request, reply, page, district);
  });
  scope.post('/:district/subscribe/:link', (request, reply) => confirmed(request, reply, pages));
  scope.get('/:district/unsubscribe/:link', async (request, reply) => {
    const district = await pages.district(request);
    return pages.send(
      request,
      reply,
      endPage({ district, speech: pages.speech(request), link: linkOf(request) }),
      district,
    );
  });
  scope.post('/:district/unsubscribe/:link', (request, reply) => ended(request, reply, pages));
}

async function asked(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  const fields = sentFields(request);
  const email = (fields.get('email') ?? '').trim();
  const shown = subjectIn(fields);
  const again = (status: number, error: FormError): FastifyReply => {
    const form = { district, speech, of: shown, email: email.slice(0, MAX_SHOWN), errors: [error] };
    return pages.send(request, reply.code(status), subscribePage(form), district);
  };
  if (!email.includes('@')) return again(400, { field: 'email', message: speech.say('errors.email') });
  try {
    const { topic, settlement } = fields.get('what') === 'all' ? ALL : shown;
    const chosen = { ...(topic && { topic }), ...(settlement && { settlement }) };
    const input = { district: district.code, key: randomUUID(), email, ...chosen };
    await pages.operations.subscribe(await pages.context(request, fields), input);
    return await reply.redirect(`/${district.code}/subscribe?sent`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return again(statusOf(error), fault(error, speech));
  }
}

async function confirmed(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  const link = linkOf(request);
  try {
    const context = await pages.context(request, sentFields(request));
    const answer = await pages.operations.confirmSubscription(context, act(district, link));
    if (!answer.confirmed) return pages.send(request, reply.code(410), linkOverPage(district, speech), district);
    return pages.send(request, reply, confirmedPage(district, speech, answer), district);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const errors = [challengeError(error, speech) ?? { message: error.message }];
    return pages.send(request, reply.code(statusOf(error)), confirmPage({ district, speech, link, errors }), district);
  }
}

/** Mail programs press for many readers from one address: that counts for no limit. The body says nothing more. */
async function ended(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  try {
    const context = await pages.ownContext(request);
    const answer = await pages.operations.endSubscription(context, act(district, linkOf(request)));
    const page = answer.ended ? endedPage(district, speech) : linkOverPage(district, speech);
    return pages.send(request, answer.ended ? reply : reply.code(404), page, district);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return pages.send(request, reply.code(statusOf(error)), failurePage(speech, error.message), district);
  }
}

function act({ code }: PublicDistrict, link: string) {
  return { district: code, key: randomUUID(), link };
}

function linkOf({ params }: FastifyRequest): string {
  const { link } = params as { readonly link: string };
  return LINK.test(link) ? link : '-';
}

function subjectIn(fields: ReadonlyMap<string, string>): SubscribedTo {
  const [topic, settlement] = ['topic', 'settlement'].map((name) => (fields.get(name) ?? '').slice(0, MAX_CODE));
  return { topic: topic!, settlement: settlement! };
}

function fault(refused: Refused, speech: Speech): FormError {
  const { message, path } = refused;
  return challengeError(refused, speech) ?? { field: path === 'input.email' ? 'email' : undefined, message };
}
