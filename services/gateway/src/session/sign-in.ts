import type { Logger } from '@otklik/observability';
import type { Database, Directory } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config.js';
import type { Identify } from '../identity/identity.js';
import { identifyBySession } from './identify-session.js';
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
  /** Logins that sign in by one click, on this machine only; none without the demonstration. */
  readonly demonstration?: readonly string[];
}

export interface SignInOptions extends SessionOptions {
  readonly directory: Directory;
  readonly config: GatewayConfig;
  readonly logger: Logger;
  readonly secret: (purpose: string) => Buffer;
}

export interface SignIn {
  /** Identifies by sessions where a request has no token. */
  identify(byToken: Identify): Identify;
  readonly routes: (fastify: FastifyInstance) => Promise<void>;
}

const MINUTE_MS = 60_000;

export async function openSignIn(options: SignInOptions): Promise<SignIn> {
  const { database, origin, directory, config, secret, logger, demonstration = [] } = options;
  const store = await postgresSessionStore(database);
  const limits = { idleMs: config.sessionIdleMinutes * MINUTE_MS, maxMs: config.sessionMaxHours * 60 * MINUTE_MS };
  const sessions = new Sessions(store, limits, () => new Date());
  const origins: Origins = { own: origin, allowed: config.origins };
  const cookie = new SealedCookie(secret('session-cookie'), origin);
  return {
    identify: (identify) => identifyBySession({ identify, sessions, cookie, origins, directory }),
    routes: (fastify) => sessionRoutes(fastify, { sessions, cookie, origins, directory, demonstration, logger }),
  };
}
