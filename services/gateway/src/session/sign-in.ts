import { maskErrors } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { Database, Directory } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config.js';
import type { Identify } from '../identity/identity.js';
import { embeddedProvider } from './embedded-provider.js';
import { identifyBySession } from './identify-session.js';
import { OidcClient, type ProviderSettings } from './oidc-client.js';
import type { Origins } from './origins.js';
import { postgresSessionStore } from './postgres-session-store.js';
import { SealedCookie } from './sealed-cookie.js';
import { sessionRoutes } from './session-routes.js';
import { Sessions } from './sessions.js';

export interface SessionOptions {
  /** The gateway's own. */
  readonly database: Database;
  /** Where browsers reach the installation. */
  readonly origin: URL;
  /** Where officials sign in; none: sign-in is not configured. */
  readonly provider?: ProviderSettings | 'embedded' | undefined;
  /** Logins that sign in by one click, on this machine only; none without the demonstration. */
  readonly demonstration?: readonly string[];
}

export interface SignInOptions extends SessionOptions {
  readonly fastify: FastifyInstance;
  readonly directory: Directory;
  readonly config: GatewayConfig;
  readonly logger: Logger;
  readonly secret: (purpose: string) => Buffer;
}

const MINUTE_MS = 60_000;

/** Registers the routes of sign-in; answers how requests are identified: by token, else by session. */
export async function openSignIn(byToken: Identify, options: SignInOptions): Promise<Identify> {
  const { fastify, database, origin, directory, config, secret, logger, demonstration = [] } = options;
  const store = await postgresSessionStore(database);
  const limits = { idleMs: config.sessionIdleMinutes * MINUTE_MS, maxMs: config.sessionMaxHours * 60 * MINUTE_MS };
  const sessions = new Sessions(store, limits, () => new Date());
  const origins: Origins = { own: origin, allowed: config.origins };
  const cookie = new SealedCookie(secret('session-cookie'), origin);
  const attempts = new SealedCookie(secret('session-cookie'), origin, 'sign-in');
  const provider = options.provider === 'embedded' ? embeddedProvider(fastify, origin, secret) : options.provider;
  const client = provider && new OidcClient(provider, new URL('/session/callback', origin));
  const routes = { sessions, cookie, attempts, idTokenKey: secret('id-token'), origins, directory, client };
  await fastify.register(async (scope) => {
    maskErrors(scope, logger);
    await scope.register(async (inner) => sessionRoutes(inner, { ...routes, demonstration, logger }));
  });
  return identifyBySession({ identify: byToken, sessions, cookie, origins, directory });
}
