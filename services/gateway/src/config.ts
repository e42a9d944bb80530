import {
  address,
  choice,
  integer,
  issuerAddress,
  rateLimit,
  readConfig,
  text,
  type ConfigOf,
  type Environment,
  type Setting,
} from '@otklik/host';
import { actorKeyOf, needed, processSettings } from '@otklik/host/process';
import type { Addresses } from './forward/service-clients.js';

/** Exact origins: a wildcard would open the API to every page of a whole domain. */
function origins(variable: string, about: string): Setting<readonly string[]> {
  const parse = (raw: string | undefined): readonly string[] => {
    const given = (raw ?? '').split(',').flatMap((one) => one.trim() || []);
    for (const one of given)
      if (URL.parse(one)?.origin !== one) throw new Error('must be origins like https://front.example, with commas');
    return given;
  };
  return { variable, about, parse };
}

/** An address as of an issuer, with a usual one. */
function esiaAddress(variable: string, about: string, fallback: string): Setting<string> {
  const { parse } = issuerAddress(variable, about);
  return { variable, about, parse: (raw) => parse(raw) ?? fallback };
}

/** The address of a service, or the absolute path of a program. */
function signerPlace(variable: string, about: string): Setting<string | undefined> {
  const { parse } = issuerAddress(variable, about);
  return { variable, about, parse: (raw) => (raw?.startsWith('/') ? raw : parse(raw)) };
}

const settings = {
  graphiql: choice(
    'OTKLIK_GRAPHIQL',
    'GraphiQL and introspection; on where only this machine reaches them',
    ['on', 'off'],
    undefined,
  ),
  /** All of them for each district by itself; 0 = no limit. Beyond the first two a challenge is answered (`access/proofs.ts`). */
  perAddress: rateLimit('OTKLIK_LIMIT_ADDRESS', 'operations without an account a minute from one address', 120),
  perDistrict: rateLimit('OTKLIK_LIMIT_DISTRICT', 'operations without an account a minute from all addresses', 12_000),
  codeTries: rateLimit('OTKLIK_LIMIT_CODE_TRIES', 'wrong codes for one number from one address in 15 minutes', 10),
  linkTries: rateLimit(
    'OTKLIK_LIMIT_LINKS',
    'letters (a link for a lost code, a subscription) asked for from one address in 15 minutes',
    10,
  ),
  clamd: text(
    'OTKLIK_CLAMD',
    'the scanner of the intake service; without it cards say that documents are not scanned',
    undefined,
  ),
  maxCost: integer('OTKLIK_MAX_COST', 'objects that one operation may ask for', {
    fallback: 10_000,
    min: 100,
    max: 1e7,
  }),
  deadlineMs: integer('OTKLIK_DEADLINE_MS', 'time limit of an operation, ms; then TIMED_OUT is answered', {
    fallback: 10_000,
    min: 100,
    max: 60_000,
  }),
  maxRunning: integer('OTKLIK_MAX_RUNNING', 'operations that one process runs at once; more are refused with 503', {
    fallback: 128,
    min: 2,
    max: 100_000,
  }),
  publicUrl: address('OTKLIK_PUBLIC_URL', 'where browsers reach the installation; where it listens when absent', [
    'https',
    'http',
  ]),
  origins: origins('OTKLIK_ORIGINS', 'origins of other front-ends, with commas; they call with bearer tokens'),
  clientId: text(
    'OTKLIK_OIDC_CLIENT_ID',
    'our client at the provider of OTKLIK_ISSUER, for sign-in by browsers',
    undefined,
  ),
  clientSecret: text('OTKLIK_OIDC_CLIENT_SECRET', 'its secret', undefined),
  loginClaim: text('OTKLIK_LOGIN_CLAIM', 'claim of the provider’s tokens that is the official’s login', 'sub'),
  residentIssuer: issuerAddress(
    'OTKLIK_RESIDENT_ISSUER',
    'OIDC issuer that vouches for residents; without it what the site’s form sends is a message, no appeal under 59-FZ',
  ),
  residentClientId: text('OTKLIK_RESIDENT_CLIENT_ID', 'our client at OTKLIK_RESIDENT_ISSUER', undefined),
  residentClientSecret: text('OTKLIK_RESIDENT_CLIENT_SECRET', 'its secret', undefined),
  residentProvider: text('OTKLIK_RESIDENT_PROVIDER', 'how residents’ pages name OTKLIK_RESIDENT_ISSUER', 'Госуслуги'),
  esiaClientId: text(
    'OTKLIK_ESIA_CLIENT_ID',
    'мнемоника of our system at ЕСИА, where residents sign in by it',
    undefined,
  ),
  esiaUrl: esiaAddress('OTKLIK_ESIA_URL', 'where ЕСИА is reached', 'https://esia.gosuslugi.ru'),
  esiaIssuer: text('OTKLIK_ESIA_ISSUER', '`iss` of its ID tokens', 'http://esia.gosuslugi.ru/'),
  esiaCertificateHash: text(
    'OTKLIK_ESIA_CERTIFICATE_HASH',
    'GOST R 34.11-2012 (256) of our certificate at ЕСИА (DER), hexadecimal, as cpverify prints it',
    undefined,
  ),
  esiaTokenKeys: text('OTKLIK_ESIA_TOKEN_KEYS', 'RSA certificates of ЕСИА’s tokens, PEM', undefined),
  esiaSigner: signerPlace(
    'OTKLIK_ESIA_SIGNER',
    'what signs requests to ЕСИА: address of a service, or path of a program',
  ),
  esiaSignerToken: text('OTKLIK_ESIA_SIGNER_TOKEN', 'bearer token for the service of OTKLIK_ESIA_SIGNER', undefined),
  sessionIdleMinutes: integer('OTKLIK_SESSION_IDLE_MINUTES', 'a session without a request ends after so many minutes', {
    fallback: 120,
    min: 1,
    max: 10_080,
  }),
  sessionMaxHours: integer('OTKLIK_SESSION_MAX_HOURS', 'every session ends after so many hours', {
    fallback: 12,
    min: 1,
    max: 720,
  }),
  operations: choice(
    'OTKLIK_OPERATIONS',
    'GraphQL operations that run: any, or only listed ones, those of our pages and of OTKLIK_OPERATIONS_FOLDER',
    ['any', 'listed'],
    'any',
  ),
  operationsFolder: text(
    'OTKLIK_OPERATIONS_FOLDER',
    'folder with lists of other front-ends’ operations, *.json as graphql-codegen writes persisted-documents.json',
    undefined,
  ),
  trustProxy: text('OTKLIK_TRUST_PROXY', 'addresses of proxies whose X-Forwarded-For is trusted', undefined),
} as const;

export type GatewayConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readGatewayConfig(environment: Environment = process.env): GatewayConfig {
  return readConfig(settings, environment);
}

const url = (service: string) =>
  needed({
    variable: `OTKLIK_${service.toUpperCase()}_URL`,
    about: `base address of ${service}, http://<host>:<port>; of several replicas with commas`,
    parse: (raw) => (raw === undefined ? undefined : addressesOf(raw)),
  });

/** Additional settings of the gateway as a process of its own. */
const edgeSettings = {
  ...processSettings,
  actorKey: needed({
    variable: 'OTKLIK_ACTOR_KEY',
    about: 'private key of the calls to the services, a JWK of Ed25519',
    parse: (raw) => (raw === undefined ? undefined : actorKeyOf(raw)),
  }),
  issuer: issuerAddress('OTKLIK_ISSUER', 'issuer of officials’ access tokens; the installation itself when absent'),
  jwks: issuerAddress('OTKLIK_JWKS_URL', 'address of the issuer’s public keys'),
  audience: text('OTKLIK_AUDIENCE', 'audience that access tokens must name', 'otklik'),
  tokenKey: text(
    'OTKLIK_TOKEN_KEY',
    'key of the installation’s own access tokens, a JWK of ES256; its public half is enough',
    undefined,
  ),
  demonstration: {
    variable: 'OTKLIK_DEMO_LOGINS',
    about: 'logins of the demonstration’s officials, with commas; used on a loopback address only',
    parse: (raw: string | undefined): readonly string[] => raw?.split(',') ?? [],
  },
  intake: url('intake'),
  routing: url('routing'),
  responses: url('responses'),
  notifications: url('notifications'),
  search: url('search'),
  administration: url('administration'),
  web: url('web'),
} as const;

export type EdgeConfig = ConfigOf<typeof edgeSettings> & { readonly gateway: GatewayConfig };

/** Throws `WrongConfiguration`. */
export function readEdgeConfig(environment: Environment = process.env): EdgeConfig {
  return { ...readConfig(edgeSettings, environment), gateway: readGatewayConfig(environment) };
}

function addressesOf(raw: string): Addresses {
  const [first, ...rest] = raw.split(',').map((one) => one.trim());
  const all: Addresses = [first!, ...rest];
  if (!all.every((one) => /^https?:$/.test(URL.parse(one)?.protocol ?? '')))
    throw new Error('must be an address that begins with http:// or https://, or several with commas');
  return all;
}
