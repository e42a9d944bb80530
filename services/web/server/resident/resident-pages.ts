import multipart from '@fastify/multipart';
import { BODY_LIMIT } from '@otklik/host';
import { Fault, formatErrors, httpStatus, requestContext } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MapFolder } from '../maps/map-folder.js';
import { actRoutes } from './act-routes.js';
import { beforeRoutes } from './before-routes.js';
import { bodyRoutes } from './body-routes.js';
import { checkFilePage } from './check-file-page.js';
import { chosenCookies } from './appearance.js';
import { compressed } from './compression.js';
import { districtMapRoutes } from './district-map-routes.js';
import { followRoutes } from './follow-routes.js';
import { lostRoutes } from './lost-routes.js';
import { mineRoutes } from './mine-routes.js';
import { Refused } from './operations.js';
import { isSecure, Pages, statusOf, type ResidentPorts, type ResidentSignIn } from './page-context.js';
import { failurePage, homePage, lawPage, missingPage, personalDataPage, signedInPage } from './plain-pages.js';
import { FormReader, MAX_COUNTED_BYTES, MAX_FILES } from './received-form.js';
import { helpedRoutes } from './helped-routes.js';
import { inlineScript, scriptRoutes } from './script-files.js';
import { publicAnswerRoutes } from './public-answers-routes.js';
import { reviewRoutes } from './reviews-routes.js';
import { publicationRoutes } from './publication-routes.js';
import { startRoutes } from './start-routes.js';
import { receptionRoutes } from './reception-routes.js';
import { subscribeRoutes } from './subscribe-routes.js';
import { siteMapRoutes } from './site-map-routes.js';
import { subjectRoutes } from './subject-routes.js';
import { sheetRoutes } from './sheet-routes.js';
import { writeRoutes } from './write-routes.js';

export type { ResidentPorts, ResidentSignIn };

/** Topics' questions come beside the form's own fields. */
const MAX_FIELDS = 60;

/** The residents' pages, made on the server; nothing on them needs a script. `maps`: the districts' vector maps. */
export async function residentPages(scope: FastifyInstance, ports: ResidentPorts, maps?: MapFolder): Promise<void> {
  const pages = new Pages(ports, await scriptRoutes(scope));
  const forms = new FormReader(ports);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
  await scope.register(multipart, {
    // `FormReader` reports an oversized file itself, so that the form is shown again with its values.
    throwFileSizeLimit: false,
    limits: {
      files: MAX_FILES,
      fields: MAX_FIELDS,
      fieldSize: BODY_LIMIT,
      fileSize: MAX_COUNTED_BYTES,
      headerPairs: 20,
    },
  });
  scope.addHook('onRequest', async (request, reply) =>
    isFromOtherSite(request, ports.publicHost) ? sendOtherSite(request, reply, pages) : chooseLook(request, reply),
  );
  scope.addHook('onSend', pageHeaders);
  scope.setErrorHandler(async (error, request, reply) => sendErrorPage(error as Error, request, reply, pages));

  scope.get('/', async (request, reply) => {
    const { address: _, ...context } = await pages.context(request);
    return pages.send(request, reply, homePage(await pages.operations.districts(context), pages.speech(request)));
  });
  const checker = inlineScript('check-file');
  scope.get('/check-file', async (request, reply) =>
    pages.send(request, reply, checkFilePage(pages.speech(request), checker)),
  );
  startRoutes(scope, pages);
  writeRoutes(scope, pages, forms);
  followRoutes(scope, pages);
  actRoutes(scope, pages, forms);
  mineRoutes(scope, pages);
  lostRoutes(scope, pages);
  bodyRoutes(scope, pages);
  sheetRoutes(scope, pages);
  publicAnswerRoutes(scope, pages);
  subjectRoutes(scope, pages);
  siteMapRoutes(scope, pages);
  districtMapRoutes(scope, pages, maps);
  beforeRoutes(scope, pages);
  helpedRoutes(scope, pages);
  subscribeRoutes(scope, pages);
  receptionRoutes(scope, pages);
  reviewRoutes(scope, pages);
  publicationRoutes(scope, pages);
  scope.get('/:district/personal-data', async (request, reply) => {
    const district = await pages.district(request);
    return pages.send(request, reply, personalDataPage(district, pages.speech(request)), district);
  });
  scope.get('/:district/signed-in', async (request, reply) => {
    const district = await pages.district(request);
    return pages.send(request, reply, signedInPage(district, pages.speech(request)), district);
  });
  scope.get('/:district/law', async (request, reply) => {
    const district = await pages.district(request);
    return pages.send(request, reply, lawPage(pages.speech(request)), district);
  });
  // Unknown paths: an HTML page for browsers, JSON for other clients.
  scope.all('/*', async (request, reply) => {
    if ((request.headers.accept ?? '').includes('text/html')) throw new Fault('NOT_FOUND');
    const errors = formatErrors([new Fault('NOT_FOUND')], requestContext(request), ports.logger);
    return reply.code(404).send({ errors });
  });
}

/**
 * A form on a page of another site: with it, every visitor there would write to the district from an address of their own, beyond
 * the limits of each, or follow an appeal that is not theirs. Browsers set both headers, and scripts cannot; old ones, and all
 * without TLS, only `Origin`. A client that is no browser sends neither.
 */
function isFromOtherSite({ method, headers, host }: FastifyRequest, publicHost: string | undefined): boolean {
  if (method !== 'POST') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && ![host, publicHost].includes(URL.parse(origin)?.host ?? '');
}

function sendOtherSite(request: FastifyRequest, reply: FastifyReply, pages: Pages): FastifyReply {
  const speech = pages.speech(request);
  return pages.send(request, reply.code(403), failurePage(speech, speech.say('errors.otherSite')));
}

/** `?lang=`, `?theme=`, `?size=`, `?spacing=` set a cookie and lead back to the same page without the choice. */
async function chooseLook(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.method !== 'GET') return undefined;
  const cookies = chosenCookies(request.query as Record<string, unknown>, request.headers, isSecure(request));
  if (cookies.length === 0) return undefined;
  // Exactly one slash begins the address: two would name another host.
  const path = `/${request.url.replace(/\?.*$/s, '').replace(/^[/\\]+/, '')}`;
  return reply
    .header('set-cookie', [...cookies])
    .header('cache-control', 'no-store')
    .redirect(path, 303);
}

async function pageHeaders(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  void reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    vary: 'cookie, accept-language, accept-encoding',
  });
  const isHtml = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
  return isHtml && typeof payload === 'string' ? compressed(request, reply, payload) : payload;
}

async function sendErrorPage(
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
  pages: Pages,
): Promise<FastifyReply> {
  const speech = pages.speech(request);
  if (error instanceof Fault && error.code === 'NOT_FOUND') {
    const district = await pages.districtOfAddress(request);
    return pages.send(request, reply.code(404), missingPage(speech, district), district);
  }
  if (error instanceof Refused) {
    return pages.send(request, reply.code(statusOf(error)), failurePage(speech, error.message));
  }
  const { statusCode } = error as { statusCode?: number };
  const isClientError = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  const fault = isClientError ? new Fault(statusCode === 413 ? 'TOO_LARGE' : 'BAD_INPUT') : error;
  const errors = formatErrors([fault], { ...requestContext(request), language: speech.api }, pages.ports.logger);
  const status = httpStatus(errors);
  return pages.send(request, reply.code(status), failurePage(speech, errors[0]?.message ?? ''));
}
