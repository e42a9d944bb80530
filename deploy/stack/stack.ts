import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from '../bootstrap/pid-lock.mjs';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { stackSettings } from './config.js';
import { elasticsearchServer } from './elasticsearch.js';
import { demandMaven, demandJava } from './java.js';
import { kafkaCluster } from './kafka-cluster.js';
import { kafkaServers } from './kafka.js';
import { keycloakServer, keycloakVariables } from './keycloak.js';
import type { KafkaUser } from './kafka-security.js';
import { stackPorts } from './ports.js';
import { networksServer, networkVariables } from './networks.js';
import { postgresServer } from './postgres.js';
import { fetched, isFetched, type Program } from './programs.js';
import type { Kind, Server } from './server.js';

export const KINDS: readonly Kind[] = ['kafka', 'search', 'postgres', 'keycloak', 'networks'];
/** Without `only`. The others are for who asks for them. */
const DEFAULT_KINDS: readonly Kind[] = ['kafka', 'search', 'postgres'];

export interface StackOptions {
  /** Kafka, Elasticsearch and PostgreSQL when absent. */
  readonly only?: readonly Kind[];
  /** By default the number in the folder, else one. */
  readonly brokers?: 1 | 3;
  /** User of the TLS listener at the ports of `kafkaSecured`; needs new data. */
  readonly kafkaUser?: KafkaUser;
  /** Folder of the data; by default `stack` in the data folder. */
  readonly folder?: string;
  /** OTKLIK_PORT_BASE when absent. */
  readonly portBase?: number;
  /** The port that broker `n` advertises, for example a proxy's. Its own when absent. */
  readonly advertised?: (n: number) => number;
  /** Where browsers reach the gateway, for Keycloak; OTKLIK_PUBLIC_URL when absent. */
  readonly publicUrl?: string;
  /** Gets progress lines. */
  readonly print?: (line: string) => void;
}

/** Servers that outlive this process: a stack with the same folder finds them again. */
export interface Stack {
  readonly servers: readonly Server[];
  /** `kafka-1` to `kafka-3`, `elasticsearch`, `postgres`. Throws when the stack has no such server. */
  server(name: string): Server;
  /** Throw when the stack has no such server; `databaseUrl` also before `up`, which reads the password. */
  readonly kafkaBrokers: string;
  readonly elasticsearchUrl: string;
  readonly databaseUrl: string;
  /** KAFKA_BROKERS, ELASTICSEARCH_URL and DATABASE_URL of the stack's servers; after `up`. */
  variables(): Readonly<Record<string, string>>;
  /**
   * Starts the servers that are down and waits until all are healthy. Answers the names of those started; if one fails, it
   * stops them and throws.
   */
  up(): Promise<readonly string[]>;
  down(): Promise<void>;
  /** Stops the servers and removes their data. Downloads are kept. */
  reset(): Promise<void>;
}

/** A stack with all servers started. */
export async function stackUp(options: StackOptions = {}): Promise<Stack> {
  const stack = stackOf(options);
  await stack.up();
  return stack;
}

/** In one line: why this machine cannot run the programs, Kafka and Elasticsearch by default; undefined when it can. */
export function missingRequirement(programs: readonly Program[] = ['kafka', 'elasticsearch']): string | undefined {
  const settings = stackSettings();
  try {
    demandJava(settings);
    if (!programs.every(isFetched)) demandMaven(settings.path);
    return undefined;
  } catch (error) {
    if (error instanceof PlainError) return error.message;
    throw error;
  }
}

/** The stack in its present state; starts nothing. */
export function stackOf(options: StackOptions = {}): Stack {
  const settings = stackSettings();
  const folder = resolve(options.folder ?? settings.folder);
  const print = options.print ?? (() => undefined);
  const cluster = kafkaCluster(join(folder, 'kafka'), options.brokers);
  const ports = stackPorts(options.portBase ?? settings.portBase);
  const tools = { path: settings.path, print };
  const java = once(async () => demandJava(settings));
  const kafka = once(async () => ({ java: await java(), jars: await fetched('kafka', await java(), tools) }));
  const search = once(async () => ({ java: await java(), home: await fetched('elasticsearch', await java(), tools) }));
  const identity = once(async () => ({ java: await java(), home: await fetched('keycloak', await java(), tools) }));
  const everyServer = [
    ...kafkaServers({
      folder: join(folder, 'kafka'),
      ports,
      cluster,
      heap: settings.kafkaHeap,
      programs: kafka,
      user: options.kafkaUser,
      advertised: options.advertised,
    }),
    elasticsearchServer({
      folder: join(folder, 'elasticsearch'),
      ports,
      heap: settings.elasticsearchHeap,
      programs: search,
    }),
    postgresServer({ folder: join(folder, 'postgres'), port: ports.postgres }),
    keycloakServer({
      folder: join(folder, 'keycloak'),
      ports,
      heap: settings.keycloakHeap,
      programs: identity,
      publicUrl: options.publicUrl ?? settings.publicUrl,
    }),
    networksServer({ folder: join(folder, 'networks'), ports }),
  ];
  const kinds = options.only ?? DEFAULT_KINDS;
  const servers = everyServer.filter(({ kind }) => kinds.some((wanted) => wanted === kind));
  const exclusively = async <T>(work: () => Promise<T>): Promise<T> => {
    // Mode 711, because `daemon` must traverse the folder where setpriv is used instead of a user namespace.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return withLock(join(folder, 'lock'), work, ({ pid }) =>
      print(`Waiting for process ${pid}, which changes the stack …`),
    );
  };
  const server = (name: string): Server => {
    const found = servers.find((each) => each.name === name);
    if (!found) throw new Error(`This stack has no ${name}.`);
    return found;
  };
  return {
    servers,
    server,
    get kafkaBrokers() {
      server('kafka-1');
      return urls(servers, 'kafka');
    },
    get elasticsearchUrl() {
      return server('elasticsearch').url();
    },
    get databaseUrl() {
      return server('postgres').url();
    },
    variables: () => Object.fromEntries(kinds.flatMap((kind) => VARIABLES[kind](urls(servers, kind)))),
    up: () =>
      exclusively(async () => {
        if (kinds.includes('kafka')) cluster.save();
        return startAll(servers);
      }),
    down: () => exclusively(() => each(servers, (one) => one.stop())),
    reset: () =>
      exclusively(async () => {
        await each(servers, (one) => one.wipe());
        if (kinds.includes('kafka')) rmSync(join(folder, 'kafka'), { recursive: true, force: true });
      }),
  };
}

const VARIABLES: Readonly<Record<Kind, (url: string) => readonly (readonly [string, string])[]>> = {
  kafka: (url) => [['KAFKA_BROKERS', url]],
  search: (url) => [['ELASTICSEARCH_URL', url]],
  postgres: (url) => [['DATABASE_URL', url]],
  keycloak: keycloakVariables,
  networks: networkVariables,
};

function urls(servers: readonly Server[], kind: Kind): string {
  return servers
    .filter((server) => server.kind === kind)
    .map((server) => server.url())
    .join(',');
}

/** Concurrently, because brokers wait for each other. */
async function startAll(servers: readonly Server[]): Promise<readonly string[]> {
  const starts = await Promise.allSettled(servers.map((server) => server.start()));
  const started = servers.filter((_, at) => starts[at]?.status === 'fulfilled' && starts[at].value);
  const failed = starts.filter((start) => start.status === 'rejected');
  if (failed.length === 0) return started.map(({ name }) => name);
  await each(started, (server) => server.stop());
  throw failed[0]!.reason;
}

/** Runs the step for every server, then throws the first failure. */
async function each(servers: readonly Server[], step: (server: Server) => Promise<void>): Promise<void> {
  for (const result of await Promise.allSettled(servers.map(step)))
    if (result.status === 'rejected') throw result.reason;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
