import type { IncomingHttpHeaders } from 'node:http';
import { errorText } from '@otklik/contracts/texts';
import { longestArrivalMs, Unavailable, type SignActor } from '@otklik/host';
import { maskErrors, requestContext, type OperationContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { anyone } from '@otklik/tenancy';
import { PAGE_HEADERS, WEB } from '@otklik/web/module';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ResidentSessions } from '../session/resident-sessions.js';
import { hopByHopHeaders } from './forwarded-routes.js';
import type { ServiceClients } from './service-clients.js';

export interface ForwardedPagesOptions {
  readonly clients: ServiceClients;
  readonly contextOf: (request: FastifyRequest) => Promise<OperationContext>;
  readonly sign: SignActor;
  /** Where residents sign in, and how their issuer is called. */
  readonly signedIn: Pick<ResidentSessions, 'identity'> | undefined;
  readonly provider: string;
  /** Name and port of OTKLIK_PUBLIC_URL. */
  readonly publicHost?: string | undefined;
  readonly logger: Logger;
}

/** What the pages read of a request; a session's cookie is not among their cookies. */
const pageHeaders = [
  ...['accept', 'accept-encoding', 'accept-language', 'content-length', 'content-type', 'origin', 'sec-fetch-site'],
  ...['if-modified-since', 'if-none-match', 'if-range', 'range'],
];
/** Five files of the largest size, and the fields. */
const MAX_FORM_BYTES = 51 * 1024 * 1024;
/** The longest that a form may take; the web process names its reader once it has all of it. */
export const MAX_FORM_ARRIVAL_MS = longestArrivalMs(MAX_FORM_BYTES);
const SESSION_COOKIE = /^(?:__Host-otklik(?:-[a-z-]+)?|otklik(?:-[a-z-]+)?-\d+)=/;

/** Every path that no other route has, to the web process: residents' pages, the desk, analysis, their files. */
export async function forwardedPages(scope: FastifyInstance, options: ForwardedPagesOptions): Promise<void> {
  const { clients, contextOf, logger } = options;
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
  maskErrors(scope, logger);
  const forward = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      // Refuses a form that another site sends with this browser's cookies.
      const context = await contextOf(request);
      const page = pageRequest(request, {
        ...(await signInHeaders(request, options)),
        'x-forwarded-host': options.publicHost ?? request.host,
      });
      // An official who reads here reads as a resident, and who signed in writes by that name only where the page says so.
      const answer = await clients.proxy(WEB, page, { ...context, actor: anyone });
      for (const [name, value] of Object.entries(answer.headers))
        if (value !== undefined && !hopByHopHeaders.includes(name)) void reply.header(name, value);
      return reply.code(answer.statusCode).send(answer.body);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      logger.warn('the web process does not answer', { error });
      const text = errorText('UNAVAILABLE', requestContext(request).language);
      return reply.code(503).header('retry-after', '5').type('text/plain; charset=utf-8').send(text);
    }
  };
  for (const path of ['/', '/*']) scope.all(path, forward);
}

/** Whether residents can sign in, and who did. */
async function signInHeaders(
  request: FastifyRequest,
  { signedIn, sign, provider }: ForwardedPagesOptions,
): Promise<Record<string, string>> {
  if (!signedIn) return {};
  const identity = await signedIn.identity(request.headers.cookie, { active: true });
  const { actor } = identity ?? {};
  const isIdentified = actor?.kind === 'anyone' && actor.identified !== undefined;
  return {
    [PAGE_HEADERS.provider]: encodeURIComponent(provider),
    ...(identity && isIdentified && { [PAGE_HEADERS.identified]: await sign(WEB, identity, arrivalMs(request)) }),
  };
}

const arrivalMs = ({ headers }: FastifyRequest): number =>
  Math.min(MAX_FORM_ARRIVAL_MS, longestArrivalMs(Number(headers['content-length']) || 0));

function pageRequest(request: FastifyRequest, own: Readonly<Record<string, string>>) {
  const { method, url, headers, protocol, raw } = request;
  const given = pageHeaders.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const cookie = pageCookies(headers);
  return {
    method: method as 'GET',
    path: url,
    headers: { ...Object.fromEntries(given), ...(cookie !== '' && { cookie }), ...own, 'x-forwarded-proto': protocol },
    ...(!(method === 'GET' || method === 'HEAD') && { body: raw, arrivalMs: arrivalMs(request) }),
  };
}

function pageCookies({ cookie = '' }: IncomingHttpHeaders): string {
  return cookie
    .split(/; */)
    .filter((one) => one !== '' && !SESSION_COOKIE.test(one))
    .join('; ');
}
