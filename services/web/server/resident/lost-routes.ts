import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setAppealCookies } from './appeal-cookies.js';
import type { FormError } from './form-values.js';
import { linkPage, linkRequestedPage, lostPage, newCodePage } from './lost-pages.js';
import { Refused } from './operations.js';
import { idempotencyKey, statusOf, type Pages } from './page-context.js';
import { challengeError } from './challenge-part.js';
import { sentFields } from './sent-fields.js';
import type { Speech } from './words/index.js';

const MAX_SHOWN = 254;
const LINK = /^[\w-]{10,100}$/;

/** A lost code: number and e-mail ask for a link, and the link opens the appeal with a new code. */
export function lostRoutes(scope: FastifyInstance, pages: Pages): void {
  const ask = async (
    request: FastifyRequest,
    reply: FastifyReply,
    again: Omit<Parameters<typeof lostPage>[0], 'district' | 'speech'>,
  ): Promise<FastifyReply> => {
    const district = await pages.district(request);
    return pages.send(request, reply, lostPage({ district, speech: pages.speech(request), ...again }), district);
  };

  const askToOpen = async (
    request: FastifyRequest,
    reply: FastifyReply,
    opening: Pick<Parameters<typeof linkPage>[0], 'openKey' | 'errors'>,
  ): Promise<FastifyReply> => {
    const district = await pages.district(request);
    const page = { district, speech: pages.speech(request), link: linkOf(request), ...opening };
    return pages.send(request, reply, linkPage(page), district);
  };

  scope.get('/:district/lost', async (request, reply) => {
    const { sent } = request.query as { readonly sent?: unknown };
    if (sent === undefined) return ask(request, reply, { requestKey: randomUUID() });
    const district = await pages.district(request);
    return pages.send(request, reply, linkRequestedPage(district, pages.speech(request)), district);
  });

  scope.post('/:district/lost', async (request, reply) => {
    const district = await pages.district(request);
    const fields = sentFields(request);
    const requestKey = idempotencyKey(fields);
    const [number, email] = ['number', 'email'].map((name) => (fields.get(name) ?? '').trim()) as [string, string];
    const typed = { requestKey, number: number.slice(0, MAX_SHOWN), email: email.slice(0, MAX_SHOWN) };
    const errors = errorsOf(number, email, pages.speech(request));
    if (errors.length > 0) return ask(request, reply.code(400), { ...typed, errors });
    try {
      const context = await pages.context(request, fields);
      await pages.operations.requestLink(context, { district: district.code, key: requestKey, number, contact: email });
      return await reply.redirect(`/${district.code}/lost?sent`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Corrected after it was sent once: another request.
      const key = error.code === 'IDEMPOTENCY_KEY_REUSED' ? randomUUID() : requestKey;
      return ask(request, reply.code(statusOf(error)), {
        ...typed,
        requestKey: key,
        errors: [fault(error, pages.speech(request))],
      });
    }
  });

  scope.get('/:district/lost/:link', async (request, reply) => {
    return askToOpen(request, reply, { openKey: randomUUID() });
  });

  scope.post('/:district/lost/:link', async (request, reply) => {
    const district = await pages.district(request);
    const fields = sentFields(request);
    const key = idempotencyKey(fields);
    try {
      const opening = { district: district.code, key, link: linkOf(request) };
      const { followUpCode, token } = await pages.operations.openByLink(await pages.context(request, fields), opening);
      setAppealCookies(request, reply, district.code, { token });
      return pages.send(request, reply, newCodePage(district, pages.speech(request), followUpCode), district);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const asked = challengeError(error, pages.speech(request));
      if (asked) return askToOpen(request, reply.code(statusOf(error)), { openKey: key, errors: [asked] });
      const errors = [{ message: error.message }];
      return ask(request, reply.code(statusOf(error)), { requestKey: randomUUID(), errors });
    }
  });
}

function linkOf({ params }: FastifyRequest): string {
  const { link } = params as { readonly link: string };
  return LINK.test(link) ? link : '-';
}

function errorsOf(number: string, email: string, { say }: Speech): readonly FormError[] {
  return [
    ...(number === '' ? [{ field: 'number', message: say('errors.number') }] : []),
    ...(email.includes('@') ? [] : [{ field: 'email', message: say('errors.email') }]),
  ];
}

function fault(refused: Refused, speech: Speech): FormError {
  const { message, path } = refused;
  const asked = challengeError(refused, speech);
  return (
    asked ?? { field: path === 'input.contact' ? 'email' : path === 'input.number' ? 'number' : undefined, message }
  );
}
