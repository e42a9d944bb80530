import { traceparentOf, Unavailable } from '@otklik/host';
import { requestContext, type OperationContext } from '@otklik/host/graphql';
import { compact } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { FastifyRequest } from 'fastify';
import { PAGE_HEADERS, READER_HEADERS } from './reader.js';
import type { ResidentPorts } from './resident/resident-pages.js';

/** What identifies the reader to the gateway. */
interface ReaderContext extends OperationContext {
  /** Of the gateway, which forwarded the request for the page. */
  readonly reader: string;
  /** Of a resident. */
  readonly token?: string;
  readonly district?: string;
}

const TIMEOUT_MS = 30_000;

/** The public API over HTTP, for the residents' pages of a process of their own. */
export function gatewayPorts(gateway: string, logger: Logger): ResidentPorts {
  const address = (path: string): URL => new URL(path, gateway);
  const contextOf = (request: FastifyRequest): Promise<ReaderContext> =>
    Promise.resolve({
      ...requestContext(request),
      actor: { kind: 'anyone' },
      address: request.ip,
      reader: readerOf(request),
      ...tracedBy(request),
    });
  return {
    logger,
    contextOf,
    residentContext: async (request, token) => {
      const { district } = request.params as { readonly district: string };
      return { ...(await contextOf(request)), token, district };
    },
    signIn: async (request) => {
      const { [PAGE_HEADERS.provider]: provider, [PAGE_HEADERS.identified]: token } = request.headers;
      if (typeof provider !== 'string') return undefined;
      const identified =
        typeof token === 'string' ? { ...(await contextOf(request)), ...identityIn(token) } : undefined;
      return { provider: decodeURIComponent(provider), identified };
    },
    execute: async (operation, context) => {
      const answer = await ask(address('/graphql'), {
        method: 'POST',
        headers: {
          ...readerHeaders(context as ReaderContext),
          'content-type': 'application/json',
          'accept-language': context.language,
        },
        body: JSON.stringify(operation),
      });
      return { body: (await answer.json()) as Awaited<ReturnType<ResidentPorts['execute']>>['body'] };
    },
    call: async (request, { method, url, headers, payload }) => {
      const answer = await ask(address(url), {
        method,
        headers: { ...headers, ...readerHeaders(await contextOf(request)) },
        ...(payload && { body: new Uint8Array(payload) }),
      });
      return {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      };
    },
  };
}

function tracedBy(request: FastifyRequest): Pick<OperationContext, 'traceparent'> {
  const traceparent = traceparentOf(request);
  return traceparent === undefined ? {} : { traceparent };
}

function readerOf({ headers }: FastifyRequest): string {
  return headers.authorization?.replace(/^Bearer /, '') ?? '';
}

/** Whom the gateway's token names. It is the gateway that verifies it, when it gets it back. */
function identityIn(reader: string): Pick<ReaderContext, 'actor' | 'reader'> {
  const [, claims = ''] = reader.split('.');
  const { actor } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Pick<ReaderContext, 'actor'>;
  return { actor, reader };
}

function readerHeaders({
  reader,
  address,
  token,
  district,
  traceparent,
  proof,
}: ReaderContext): Record<string, string> {
  return {
    [READER_HEADERS.token]: reader,
    ...(address !== undefined && { [READER_HEADERS.address]: address }),
    ...(district !== undefined && { [READER_HEADERS.district]: district }),
    ...compact({ traceparent }),
    ...(proof !== undefined && { [READER_HEADERS.proof]: proof }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

/** Rejects with `Unavailable` when the gateway gives no answer. */
async function ask(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new Unavailable('the gateway', { cause: error });
  }
}
