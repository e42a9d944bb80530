import type { FastifyInstance } from 'fastify';
import { appealToken, setAppealCookies } from './appeal-cookies.js';
import { askAgain, isOver, residentOf } from './follow-routes.js';
import { Refused } from './operations.js';
import { idempotencyKey, statusOf, type Pages } from './page-context.js';
import { failurePage } from './plain-pages.js';
import { sentFields } from './sent-fields.js';

/** The author's consent to the publication of an answer, by a form on the page of the appeal. */
export function publicationRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.post('/:district/follow/publication', async (request, reply) => {
    const district = await pages.district(request);
    const token = appealToken(request);
    const home = `/${district.code}/follow`;
    if (token === undefined) return reply.redirect(home, 303);
    const fields = sentFields(request);
    const consent = { key: idempotencyKey(fields), question: fields.get('question') ?? '' };
    try {
      const context = await residentOf(pages, request, token);
      const { operations } = pages;
      const changed = await (fields.get('consent') === 'yes'
        ? operations.allowPublication(context, consent)
        : operations.disallowPublication(context, consent));
      setAppealCookies(request, reply, district.code, { token, ...changed });
      return await reply.redirect(home, 303);
    } catch (error) {
      if (isOver(error)) return askAgain(pages, request, reply, district);
      if (!(error instanceof Refused)) throw error;
      const page = failurePage(pages.speech(request), error.message);
      return pages.send(request, reply.code(statusOf(error)), page, district);
    }
  });
}
