import { requestContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { anyone, type Directory } from '@otklik/tenancy';
import type { ResidentPorts, ResidentSignIn } from '@otklik/web/module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Execute } from './graphql/execute.js';
import { contextOf, tracedFrom } from './graphql/http.js';
import { demandResidentOf } from './identity/identify-reader.js';
import type { ResidentSessions } from './session/resident-sessions.js';
import type { Identify } from './identity/identity.js';

interface Edge {
  readonly fastify: Pick<FastifyInstance, 'inject'>;
  readonly execute: Execute;
  readonly identify: Identify;
  readonly directory: Directory;
  readonly logger: Logger;
  /** Where residents sign in. */
  readonly signedIn: ResidentSessions | undefined;
  /** How their issuer is called. */
  readonly provider: string;
  /** OTKLIK_PUBLIC_URL */
  readonly publicUrl: string | undefined;
}

/** What the residents' pages may use of the edge: operations with the reader's rights and limits. */
export function residentPorts(edge: Edge): ResidentPorts {
  const { fastify, execute, identify, directory, logger } = edge;
  return {
    execute,
    contextOf: async (request) => {
      const context = await contextOf(request, identify);
      // An official who writes here writes as a resident: rights of the desk end where these pages begin. And one who
      // signed in writes by that name only where the page says so.
      return { ...context, actor: anyone };
    },
    residentContext: async (request, token) => {
      const { district } = request.params as { readonly district: string };
      const identity = await identify(`Bearer ${token}`);
      demandResidentOf(district, identity, directory);
      return { ...requestContext(request), ...identity, address: request.ip, traceparent: tracedFrom(request) };
    },
    call: async (request, call) => {
      const { statusCode, headers, rawPayload: body } = await fastify.inject({ ...call, remoteAddress: request.ip });
      return { statusCode, headers, body };
    },
    logger,
    signIn: (request) => residentSignIn(request, edge),
    publicHost: edge.publicUrl && URL.parse(edge.publicUrl)?.host,
  };
}

/** Where the reader may sign in, and who did. */
async function residentSignIn(
  request: FastifyRequest,
  { identify, signedIn, provider }: Edge,
): Promise<ResidentSignIn | undefined> {
  if (!signedIn) return undefined;
  // Refuses a form that another site sends with this browser's cookies.
  await contextOf(request, identify);
  const identity = await signedIn.identity(request.headers.cookie, { active: true });
  if (identity?.actor.kind !== 'anyone' || !identity.actor.identified) return { provider, identified: undefined };
  const traceparent = tracedFrom(request);
  return { provider, identified: { ...requestContext(request), ...identity, address: request.ip, traceparent } };
}
