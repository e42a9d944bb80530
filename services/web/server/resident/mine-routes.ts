import { Fault } from '@otklik/host/graphql';
import { isUuid } from '@otklik/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setAppealCookies } from './appeal-cookies.js';
import { minePage } from './mine-page.js';
import { Refused } from './operations.js';
import { isSecure, type Pages } from './page-context.js';
import { receiptCookie } from './receipt-cookie.js';

/** «Мои обращения»: the cases of one who signed in. Where residents cannot sign in there is no such page. */
export function mineRoutes(scope: FastifyInstance, pages: Pages): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, isMissing = false): Promise<FastifyReply> => {
    const district = await pages.district(request);
    const signIn = await pages.signIn(request);
    if (!signIn) throw new Fault('NOT_FOUND');
    const context = await pages.identifiedContext(request);
    const own = context && (await pages.operations.ownAppeals(context, district.code));
    const page = minePage({ district, speech: pages.speech(request), signIn, own, isMissing });
    return pages.send(request, isMissing ? reply.code(404) : reply, page, district);
  };

  scope.get('/:district/mine', (request, reply) => show(request, reply));

  scope.post('/:district/mine', async (request, reply) => {
    const { code } = await pages.district(request);
    const context = await pages.identifiedContext(request);
    if (!context) return reply.redirect(`/${code}/mine`, 303);
    const appeal = request.body instanceof URLSearchParams ? (request.body.get('appeal') ?? '') : '';
    if (!isUuid(appeal)) return show(request, reply, true);
    try {
      setAppealCookies(request, reply, code, await pages.operations.openOwn(context, { district: code, appeal }));
      return await reply.redirect(`/${code}/follow`, 303);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'NOT_FOUND') throw error;
      return show(request, reply, true);
    }
  });

  // On a shared device the appeal that was opened is closed with the session.
  scope.post('/:district/mine/leave', async (request, reply) => {
    const { code } = await pages.district(request);
    setAppealCookies(request, reply, code, { token: '' }, 0);
    void reply.header('set-cookie', receiptCookie(code, undefined, isSecure(request)));
    return reply.redirect('/session/resident/sign-out', 307);
  });
}
