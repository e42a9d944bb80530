import { randomUUID } from 'node:crypto';
import type { PublicDistrict, ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { Fault, type OperationContext } from '@otklik/host/graphql';
import { isUuid } from '@otklik/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Act } from './act-pages.js';
import { appealToken, consistencyToken, setAppealCookies } from './appeal-cookies.js';
import type { PageContent } from './document.js';
import { followPage } from './follow-page.js';
import type { FormError } from './form-values.js';
import { withWayBack } from './mine-page.js';
import { Refused } from './operations.js';
import { idempotencyKey, isSecure, statusOf, type Pages } from './page-context.js';
import { askPage, failurePage, pendingPage, type AskPage } from './plain-pages.js';
import { ownCopy } from './own-copy.js';
import { formError } from './challenge-part.js';
import { wordsFor } from './kind-words.js';
import { receiptCookie } from './receipt-cookie.js';
import { sentFields } from './sent-fields.js';
import { unopenedFile } from './unopened-file.js';
import type { Speech, Word } from './words/index.js';

const doneWords: Readonly<Record<Act | 'rate', Word>> = {
  rate: 'rate.thanks',
  supplement: 'supplement.done',
  withdraw: 'withdraw.done',
  consent: 'consent.done',
  reopen: 'reopen.done',
};
const MAX_NUMBER_LENGTH = 100;

/** The session of the follow-up is over: its cookies go, and number and code are asked for again. */
export async function askAgain(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  district: PublicDistrict,
): Promise<FastifyReply> {
  const speech = pages.speech(request);
  setAppealCookies(request, reply, district.code, { token: '' }, 0);
  return ask(pages, request, reply, { district, speech, notice: speech.say('ask.over') });
}

/** The form for number and code; where residents sign in it leads to what needs none. */
async function ask(pages: Pages, request: FastifyRequest, reply: FastifyReply, page: AskPage): Promise<FastifyReply> {
  const maySignIn = (await pages.signIn(request)) !== undefined;
  return pages.send(request, reply, askPage({ ...page, maySignIn }), page.district);
}

async function leadingBack(
  pages: Pages,
  request: FastifyRequest,
  page: PageContent,
  district: PublicDistrict,
): Promise<PageContent> {
  const isSignedIn = (await pages.signIn(request))?.signedIn !== undefined;
  return isSignedIn ? withWayBack(page, district, pages.speech(request)) : page;
}

export function isOver(error: unknown): boolean {
  return error instanceof Fault || (error instanceof Refused && error.code === 'UNAUTHENTICATED');
}

/** What the act that led here did with it. */
function doneNow(request: FastifyRequest, appeal: ResidentAppeal, speech: Speech): string | undefined {
  const { done = '' } = request.query as { readonly done?: string };
  return Object.hasOwn(doneWords, done) ? wordsFor(appeal, doneWords[done as Act], speech) : undefined;
}

interface ShownAgain {
  readonly ratingKey?: string;
  readonly errors?: readonly FormError[];
  readonly comment?: string;
}

/** The appeal with its errors or with what was just done. */
async function showAppeal(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  { ratingKey = randomUUID(), errors = [], comment }: ShownAgain = {},
): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  const token = appealToken(request);
  if (token === undefined) return ask(pages, request, reply, { district, speech });
  try {
    const context = await residentOf(pages, request, token);
    const appeal = await pages.operations.follow(context, consistencyToken(request));
    if (!appeal) return pages.send(request, reply, pendingPage(district, speech), district);
    const done = errors.length > 0 ? undefined : doneNow(request, appeal, speech);
    // Without them the page is whole, but for what can be saved.
    const letters = await pages.operations.letters(context).catch(() => []);
    const page = followPage({ letters, district, speech, appeal, ratingKey, errors, comment, done });
    return pages.send(request, reply, await leadingBack(pages, request, page, district), district);
  } catch (error) {
    if (!isOver(error)) throw error;
    return askAgain(pages, request, reply, district);
  }
}

/** Throws `Fault` when the token is expired, or is of another district. */
export async function residentOf(pages: Pages, request: FastifyRequest, token: string): Promise<OperationContext> {
  return pages.residentContext(request, token);
}

/** Number and code open the appeal; then its state, steps, answers, files and rating. */
export function followRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/follow', (request, reply) => showAppeal(pages, request, reply));

  scope.post('/:district/follow', async (request, reply) => {
    const district = await pages.district(request);
    const speech = pages.speech(request);
    const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const number = (fields.get('number') ?? '').trim();
    const code = (fields.get('code') ?? '').trim();
    const again = (status: number, errors: readonly FormError[], elsewhere?: Refused['district']) => {
      const page = askPage({ district, speech, number: number.slice(0, MAX_NUMBER_LENGTH), errors, elsewhere });
      return pages.send(request, reply.code(status), page, district);
    };
    const missing: readonly FormError[] = [
      ...(number === '' ? [{ field: 'number', message: speech.say('errors.number') }] : []),
      ...(code === '' ? [{ field: 'code', message: speech.say('errors.code') }] : []),
    ];
    if (missing.length > 0) return again(400, missing);
    try {
      const opened = await pages.operations.open(await pages.context(request, fields), {
        district: district.code,
        number,
        code,
      });
      setAppealCookies(request, reply, district.code, opened);
      return await reply.redirect(`/${district.code}/follow`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return again(statusOf(error), [formError(error, speech)], error.district);
    }
  });

  scope.post('/:district/follow/rate', async (request, reply) => {
    const district = await pages.district(request);
    const speech = pages.speech(request);
    const token = appealToken(request);
    const home = `/${district.code}/follow`;
    if (token === undefined) return reply.redirect(home, 303);
    const fields = sentFields(request);
    const ratingKey = idempotencyKey(fields);
    const score = Number(fields.get('score'));
    const comment = (fields.get('comment') ?? '').trim();
    if (![1, 2, 3, 4, 5].includes(score)) {
      const errors = [{ field: 'score-1', message: speech.say('errors.score') }];
      return showAppeal(pages, request, reply.code(400), { ratingKey, errors, comment });
    }
    try {
      const context = await residentOf(pages, request, token);
      const rating = { key: ratingKey, score, comment };
      const changed = await pages.operations.rate(context, rating);
      setAppealCookies(request, reply, district.code, { token, ...changed });
      return await reply.redirect(`${home}?done=rate`, 303);
    } catch (error) {
      if (isOver(error)) return askAgain(pages, request, reply, district);
      if (!(error instanceof Refused)) throw error;
      const errors = [{ message: error.message }];
      return showAppeal(pages, request, reply.code(statusOf(error)), { ratingKey, errors, comment });
    }
  });

  // A download of the resident's own: what the page shows, and what of him it does not.
  scope.get('/:district/follow/data', async (request, reply) => {
    const district = await pages.district(request);
    const token = appealToken(request);
    if (token === undefined) return reply.redirect(`/${district.code}/follow`, 303);
    try {
      const context = await residentOf(pages, request, token);
      const appeal = await pages.operations.follow(context, consistencyToken(request));
      const person = await pages.operations.ownData(context);
      if (!appeal || !person) throw new Fault('NOT_FOUND');
      const copy = ownCopy({ district, speech: pages.speech(request), appeal, person, at: new Date().toISOString() });
      return await reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="otklik-${appeal.receipt}.json"`)
        .send(copy);
    } catch (error) {
      if (!isOver(error) || (error instanceof Fault && error.code === 'NOT_FOUND')) throw error;
      return askAgain(pages, request, reply, district);
    }
  });

  scope.get('/:district/follow/files/:id', async (request, reply) => {
    const { size } = request.query as { readonly size?: unknown };
    const thumb = size === 'thumb' ? '?size=thumb' : '';
    return download(pages, request, reply, (code, id) => `/files/${code}/${id}${thumb}`);
  });

  scope.get('/:district/follow/letters/:id', async (request, reply) =>
    download(pages, request, reply, (code, id) => `/letters/${code}/sheet/${id}`),
  );

  scope.post('/:district/follow/leave', async (request, reply) => {
    const { code } = await pages.district(request);
    setAppealCookies(request, reply, code, { token: '' }, 0);
    void reply.header('set-cookie', receiptCookie(code, undefined, isSecure(request)));
    return reply.redirect(`/${code}/follow`, 303);
  });
}

/** A file of the resident's own, by the token of the page. */
async function download(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  addressOf: (district: string, id: string) => string,
): Promise<FastifyReply> {
  const district = await pages.district(request);
  const token = appealToken(request);
  const { id } = request.params as { readonly id: string };
  if (!isUuid(id)) throw new Fault('NOT_FOUND');
  if (token === undefined) return askAgain(pages, request, reply, district);
  const file = await pages.ports.call(request, {
    method: 'GET',
    url: addressOf(district.code, id),
    headers: { authorization: `Bearer ${token}`, 'accept-language': pages.speech(request).api },
  });
  if (file.statusCode === 401) return askAgain(pages, request, reply, district);
  if (file.statusCode !== 200) {
    const speech = pages.speech(request);
    const error = unopenedFile(file.body, speech);
    if (!(error instanceof Refused)) throw error;
    const page = failurePage(speech, error.message, `/${district.code}/follow`);
    return pages.send(request, reply.code(statusOf(error)), page, district);
  }
  const type = String(file.headers['content-type']);
  const disposition = type.startsWith('image/') ? 'inline' : String(file.headers['content-disposition']);
  return reply
    .type(type)
    .headers({
      'content-disposition': disposition,
      'content-security-policy': "sandbox; default-src 'none'",
      // Of the resident's own device only, and for as long as the page is open.
      'cache-control': 'private, max-age=600',
    })
    .send(file.body);
}
