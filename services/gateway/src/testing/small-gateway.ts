import { compose, composePart, schemaFiles, type SchemaFile } from '@otklik/contracts/schema';
import { actorReader, actorSigner, startApplication, type RunningApplication } from '@otklik/host';
import { serviceModule } from '@otklik/host/process';
import { createLogger, type Logger } from '@otklik/observability';
import { memoryDirectory, type Directory, type District, type OfficialRole } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { gatewayPorts, WEB, webModule } from '@otklik/web/process';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
} from 'jose';
import { testServices, type TestServices, type SmallService } from './small-service.js';
import { freePort } from '../../../../deploy/stack/ports.js';
import { MAX_FORM_ARRIVAL_MS } from '../forward/forwarded-pages.js';
import {
  gatewayModule,
  openServiceClients,
  readGatewayConfig,
  type GatewayOptions,
  type WebProcess,
} from '../gateway.module.js';

export { live } from './small-service.js';

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'otklik';
const DEADLINE_MS = 5_000;
export const NUL = String.fromCharCode(0);

export function district(id: number, code: string, officials: Record<string, readonly OfficialRole[]>): District {
  return {
    id,
    code,
    name: code,
    zone: 'Asia/Yakutsk',
    public: samplePublicInformation,
    policy: {
      version: 1,
      autoRegisterMessages: false,
      answerTerms: {},
      reopenWithinDays: 30,
      numberPrefix: code.toUpperCase(),
    },
    calendar: { version: '1', days: {}, years: [] },
    departments: [],
    organisations: [],
    topics: [],
    settlements: [],
    routingRules: [],
    synonyms: [],
    accounts: [],
    officials: Object.entries(officials).map(([login, roles], at) => ({
      id: `01930000-0000-7000-8000-0000000${id}000${at}`,
      login,
      name: login,
      assignments: roles.map((role) => ({ district: id, role })),
    })),
  };
}

export interface SmallGateway {
  readonly application: RunningApplication;
  readonly url: string;
  /** Services in processes of their own, by name. */
  readonly services: Readonly<Record<string, RunningApplication>>;
  readonly residentKey: Buffer;
  readonly districts: District[];
  readonly directory: ReturnType<typeof memoryDirectory>;
  readonly lines: string[];
  sign(claims?: JWTPayload, header?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  ask(query: string | undefined, options?: AskOptions): Promise<{ status: number; body: Answer }>;
}

export interface AskOptions {
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: unknown;
    locations?: unknown;
    extensions: Record<string, unknown>;
  }[];
}

export interface SmallGatewayOptions {
  readonly loopback?: boolean;
  /** Instead of the test services; the schema is then the settings product's, and fields without a resolver are allowed. */
  readonly services?: GatewayOptions['services'];
  /** Each service listens on a port of its own, and the gateway forwards to it. */
  readonly forwarded?: boolean;
  /** Made for the address that the gateway listens on. */
  readonly sessions?: (origin: URL) => NonNullable<GatewayOptions['sessions']>;
  readonly port?: number;
  /** The pages are made by a web process of its own. */
  readonly webApart?: boolean;
  /** Services with their options of the schema. */
  readonly owners?: TestServices;
  readonly deadlineMs?: number;
}

const sharedFiles = (): readonly SchemaFile[] =>
  schemaFiles().filter(({ name }) => ['common', 'refusals', 'enumerations'].includes(name));

/** A gateway over a schema of a few fields, with two districts. `environment`: the gateway's settings. */
export async function smallGateway(
  environment: Readonly<Record<string, string>> = {},
  settings: SmallGatewayOptions = {},
): Promise<SmallGateway> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  const residentKey = Buffer.alloc(32, 7);
  const districts = [
    district(1, 'aldan', { moderator: ['MODERATOR'], analyst: ['ANALYST'], executor: ['EXECUTOR'] }),
    district(2, 'kuol', { head: ['HEAD'], analyst: ['ANALYST'] }),
  ];
  // One analyst of both districts.
  (districts[1]!.officials as District['officials'][number][])[1] = {
    ...districts[0]!.officials[1]!,
    assignments: [{ district: 2, role: 'ANALYST' }],
  };
  const port = await portFor(settings);
  const lines: string[] = [];
  const logger: Logger = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  const directory = memoryDirectory(districts);
  const { options, applications, end } = await startServices(settings, directory, logger);
  const web = await startWeb(settings, `http://127.0.0.1:${port}`, directory, logger);
  const module = gatewayModule({
    ...options,
    directory,
    logger,
    now: () => new Date().toISOString(),
    secret: () => residentKey,
    issuer: { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [jwk] } },
    config: { ...readGatewayConfig(environment), deadlineMs: settings.deadlineMs ?? DEADLINE_MS },
    loopback: settings.loopback ?? true,
    ...web?.options,
    ...(settings.sessions && { sessions: settings.sessions(new URL(`http://127.0.0.1:${port}`)) }),
  });
  const application = await startApplication({
    module,
    logger,
    host: '127.0.0.1',
    port,
    waitingFor: async () => [],
  });
  const close = async (): Promise<void> => {
    await application.close();
    await web?.close();
    await end();
  };
  const sign: SmallGateway['sign'] = (claims = {}, header = {}, key = privateKey) => {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'moderator', iat: now, exp: now + 300, ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header }).sign(key);
  };
  const ask: SmallGateway['ask'] = async (
    query,
    { variables, operationName, extensions, token, headers = {} } = {},
  ) => {
    const response = await fetch(`${application.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables, operationName, extensions }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  return {
    application: { ...application, close },
    url: application.url,
    residentKey,
    directory,
    districts,
    lines,
    sign,
    ask,
    services: applications,
  };
}

/** The web process asks the gateway at its port, which is therefore chosen before. */
function portFor({ port, webApart = false }: SmallGatewayOptions): Promise<number> | number {
  return port ?? (webApart ? freePort() : 0);
}

/** The web process, as the gateway at `url` has it; undefined when it makes the pages itself. */
async function startWeb(
  { webApart = false }: SmallGatewayOptions,
  url: string,
  directory: Directory,
  logger: Logger,
): Promise<{ readonly options: { readonly web: WebProcess }; close(): Promise<void> } | undefined> {
  if (!webApart) return undefined;
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const application = await startApplication({
    logger,
    host: '127.0.0.1',
    port: 0,
    module: webModule({ residents: gatewayPorts(url, logger) }),
    behindEdge: true,
    waitingFor: async () => [],
  });
  const sign = await actorSigner(await exportJWK(privateKey));
  const clients = openServiceClients({ addresses: { [WEB]: [application.url] }, sign, deadlineMs: DEADLINE_MS });
  const keys = [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }];
  const readers = actorReader(WEB, { keys }, directory, MAX_FORM_ARRIVAL_MS);
  return {
    options: { web: { clients, readers, sign } },
    close: async () => {
      await clients.close();
      await application.close();
    },
  };
}

interface StartedServices {
  readonly options: Partial<GatewayOptions>;
  /** Services in processes of their own, by name. */
  readonly applications: Readonly<Record<string, RunningApplication>>;
  end(): Promise<void>;
}

/** Resolvers in the gateway's process, or services of their own. */
async function startServices(
  { services, forwarded = false, owners = testServices, deadlineMs = DEADLINE_MS }: SmallGatewayOptions,
  directory: Directory,
  logger: Logger,
): Promise<StartedServices> {
  const none = { applications: {}, end: () => Promise.resolve() };
  if (services) return { ...none, options: { services, incomplete: true } };
  const files = [...sharedFiles(), ...owners.files];
  const schema = { composition: compose(files), routes: owners.routes ?? [] };
  if (!forwarded) return { ...none, options: { ...schema, services: Object.values(owners.services) } };
  const { addresses, applications, key } = await serveSeparately(owners.services, files, directory, logger);
  const serviceClients = openServiceClients({ addresses, sign: await actorSigner(key), deadlineMs });
  return {
    options: { ...schema, clients: serviceClients },
    applications: Object.fromEntries(Object.keys(owners.services).map((name, at) => [name, applications[at]!])),
    end: async () => {
      await serviceClients.close();
      await Promise.all(applications.map((one) => one.close()));
    },
  };
}

interface ServiceProcesses {
  readonly addresses: Record<string, readonly [string]>;
  readonly applications: readonly RunningApplication[];
  /** The gateway's private key. */
  readonly key: JWK;
}

/** Starts a server for each service, as its own process does. */
async function serveSeparately(
  services: Readonly<Record<string, SmallService>>,
  files: readonly SchemaFile[],
  directory: Directory,
  logger: Logger,
): Promise<ServiceProcesses> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const actorKeys: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] };
  const applications = await Promise.all(
    Object.entries(services).map(([name, running]) =>
      startApplication({
        module: serviceModule({ name, running, directory, actorKeys, logger, composition: composePart(name, files) }),
        logger,
        host: '127.0.0.1',
        port: 0,
        behindEdge: true,
        waitingFor: async () => [],
      }),
    ),
  );
  const addresses = Object.fromEntries(
    Object.keys(services).map((name, at) => [name, [applications[at]!.url] as const]),
  );
  return { addresses, applications, key: await exportJWK(privateKey) };
}

/** `CODE path` of the first error; `none` without one. */
export function code({ body }: { readonly body: Answer }): string {
  const [first] = body.errors ?? [];
  if (!first) return 'none';
  const { code: name, path } = first.extensions;
  return path === undefined ? String(name) : `${String(name)} ${String(path)}`;
}
