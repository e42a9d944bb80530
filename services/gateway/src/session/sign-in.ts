import { maskErrors } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { AccessRecords, type Database, type Directory } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config.js';
import { frontEndIssuer, type FrontEndTokens } from '../identity/front-end-token.js';
import type { Identify } from '../identity/identity.js';
import { embeddedProvider } from './embedded-provider.js';
import { EsiaClient } from './esia/esia-client.js';
import { esiaSettings } from './esia/esia-settings.js';
import { residentProvider } from './external-provider.js';
import { identifyBySession } from './identify-session.js';
import { OidcClient, type ProviderSettings } from './oidc-client.js';
import type { Origins } from './origins.js';
import { endedSignIns, postgresSessionStore } from './postgres-session-store.js';
import { RESIDENT_CALLBACK_PATH, residentRoutes, type ResidentRouteOptions } from './resident-routes.js';
import { ResidentSessions } from './resident-sessions.js';
import { SealedCookie } from './sealed-cookie.js';
import { CALLBACK_PATH, sessionRoutes } from './session-routes.js';
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

export interface SignIn {
  /** By token, else by session. */
  readonly identify: Identify;
  /** Where residents sign in. */
  readonly residents: ResidentSessions | undefined;
}

/** Undefined where another provider has the accounts: it knows its own clients. */
export async function frontEndTokens(
  { provider, database, origin }: SessionOptions,
  audience: string,
  secret: (purpose: string) => Buffer,
): Promise<FrontEndTokens | undefined> {
  if (provider !== 'embedded') return undefined;
  return { ...frontEndIssuer(origin, audience, secret), hasEnded: await endedSignIns(database) };
}

/** Registers the routes of sign-in; answers how requests are identified. */
export async function openSignIn(byToken: Identify, options: SignInOptions): Promise<SignIn> {
  const { fastify, database, origin, directory, config, secret, logger, demonstration = [] } = options;
  const store = await postgresSessionStore(database);
  const limits = { idleMs: config.sessionIdleMinutes * MINUTE_MS, maxMs: config.sessionMaxHours * 60 * MINUTE_MS };
  const sessions = new Sessions(store, limits, () => new Date());
  const origins: Origins = { own: origin, allowed: config.origins };
  const cookie = new SealedCookie(secret('session-cookie'), origin);
  const attempts = new SealedCookie(secret('session-cookie'), origin, 'sign-in');
  const provider = options.provider === 'embedded' ? embeddedProvider(fastify, origin, secret) : options.provider;
  const client = provider && new OidcClient(provider, new URL(CALLBACK_PATH, origin));
  const records = new AccessRecords(database, directory);
  const now = () => new Date().toISOString();
  const routes = {
    sessions,
    cookie,
    attempts,
    idTokenKey: secret('id-token'),
    origins,
    directory,
    client,
    records,
    now,
  };
  const residents = residentSignIn(options, { sessions, origins });
  await fastify.register(async (scope) => {
    maskErrors(scope, logger);
    if (residents) await scope.register(async (inner) => residentRoutes(inner, residents));
    await scope.register(async (inner) => sessionRoutes(inner, { ...routes, demonstration, logger }));
  });
  const identify = identifyBySession({
    identify: byToken,
    sessions,
    cookie,
    origins,
    directory,
    residents: residents?.residents,
  });
  return { identify, residents: residents?.residents };
}

/** Undefined where the operator configures no issuer for residents. */
function residentSignIn(
  { origin, config, secret, logger }: SignInOptions,
  { sessions, origins }: { readonly sessions: Sessions; readonly origins: Origins },
): ResidentRouteOptions | undefined {
  const callback = new URL(RESIDENT_CALLBACK_PATH, origin);
  const provider = residentProvider(config);
  const esia = esiaSettings(config);
  const issuer = provider?.issuer ?? esia?.url;
  const client = provider ? new OidcClient(provider, callback) : esia && new EsiaClient(esia, callback);
  if (!client || !issuer) return undefined;
  const cookie = new SealedCookie(secret('session-cookie'), origin, 'resident');
  const attempts = new SealedCookie(secret('session-cookie'), origin, 'resident-sign-in');
  const residents = new ResidentSessions({ sessions, cookie, key: secret('resident-profile'), issuer });
  return { residents, cookie, attempts, idTokenKey: secret('id-token'), origins, client, logger };
}
