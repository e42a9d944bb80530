import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from '../bootstrap/pid-lock.mjs';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { stackSettings, type StackSettings } from './config.js';
import { elasticsearchServer } from './elasticsearch.js';
import { demandMaven, demandJava } from './java.js';
import { kafkaCluster } from './kafka-cluster.js';
import { kafkaServers } from './kafka.js';
import type { KafkaUser } from './kafka-security.js';
import { stackPorts } from './ports.js';
import { postgresServer } from './postgres.js';
import { fetched, isFetched } from './programs.js';
import type { Kind, Server } from './server.js';

export const KINDS: readonly Kind[] = ['kafka', 'search', 'postgres'];

export interface StackOptions {
  /** All of them when absent. */
  readonly only?: readonly Kind[];
  /** As many as the folder has already, else one, when absent. */
  readonly brokers?: 1 | 3;
  /** May sign in over TLS, at the ports of `kafkaSecured`; its data is new then. */
  readonly kafkaUser?: KafkaUser;
  /** Where the data is; `stack` in the data folder when absent. */
  readonly folder?: string;
  /** OTKLIK_PORT_BASE when absent. */
  readonly portBase?: number;
  /** The port at which broker `n` tells everybody to find it: a proxy's that leads to it. Its own when absent. */
  readonly advertised?: (n: number) => number;
  /** Gets the lines of what takes long. */
  readonly say?: (line: string) => void;
}

/** Servers that outlive this process: another one with the same folder finds them. */
export interface Stack {
  readonly servers: readonly Server[];
  /** `kafka-1` to `kafka-3`, `elasticsearch`, `postgres`. Throws when the stack has no such server. */
  server(name: string): Server;
  /** The three throw when that server is not of this stack; the database's also before `up`, which knows its password. */
  readonly kafkaBrokers: string;
  readonly elasticsearchUrl: string;
  readonly databaseUrl: string;
  /** KAFKA_BROKERS, ELASTICSEARCH_URL and DATABASE_URL, of the servers that are of this stack; after `up`. */
  variables(): Readonly<Record<string, string>>;
  /**
   * Starts what does not run and waits until all are healthy. Answers the names of those that it started; when one fails
   * it stops them again and throws.
   */
  up(): Promise<readonly string[]>;
  down(): Promise<void>;
  /** Stops them and removes their data. What was fetched stays. */
  reset(): Promise<void>;
}

/** The stack, up. */
export async function stackUp(options: StackOptions = {}): Promise<Stack> {
  const stack = stackOf(options);
  await stack.up();
  return stack;
}

/** What this machine lacks to run Kafka and Elasticsearch, in one line; undefined when it lacks nothing. */
export function whatIsMissing(settings: StackSettings = stackSettings()): string | undefined {
  try {
    demandJava(settings);
    if (!isFetched('kafka') || !isFetched('elasticsearch')) demandMaven(settings.path);
    return undefined;
  } catch (error) {
    if (error instanceof PlainError) return error.message;
    throw error;
  }
}

/** The stack as it is: nothing is started. */
export function stackOf(options: StackOptions = {}): Stack {
  const settings = stackSettings();
  const folder = resolve(options.folder ?? settings.folder);
  const say = options.say ?? (() => undefined);
  const cluster = kafkaCluster(join(folder, 'kafka'), options.brokers);
  const ports = stackPorts(options.portBase ?? settings.portBase);
  const tools = { path: settings.path, say };
  const java = once(async () => demandJava(settings));
  const kafka = once(async () => ({ java: await java(), jars: await fetched('kafka', await java(), tools) }));
  const search = once(async () => ({ java: await java(), home: await fetched('elasticsearch', await java(), tools) }));
  const everyServer = [
    ...kafkaServers({
      ...{ folder: join(folder, 'kafka'), ports, cluster, heap: settings.kafkaHeap, programs: kafka },
      ...{ user: options.kafkaUser, advertised: options.advertised },
    }),
    elasticsearchServer({
      ...{ folder: join(folder, 'elasticsearch'), ports, heap: settings.elasticsearchHeap, programs: search },
    }),
    postgresServer({ folder: join(folder, 'postgres'), port: ports.postgres }),
  ];
  const kinds = options.only ?? KINDS;
  const servers = everyServer.filter(({ kind }) => kinds.some((wanted) => wanted === kind));
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    // Others may pass through it, not look: where root must become `daemon` in earnest, `daemon` does.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return withLock(join(folder, 'lock'), work, ({ pid }) => say(`Waiting for process ${pid}, which has the stack …`));
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
    variables: () => Object.fromEntries(kinds.map((kind) => [VARIABLES[kind], urls(servers, kind)])),
    up: () =>
      alone(async () => {
        if (kinds.includes('kafka')) cluster.keep();
        return startAll(servers);
      }),
    down: () => alone(() => each(servers, (one) => one.stop())),
    reset: () =>
      alone(async () => {
        await each(servers, (one) => one.wipe());
        if (kinds.includes('kafka')) rmSync(join(folder, 'kafka'), { recursive: true, force: true });
      }),
  };
}

const VARIABLES: Readonly<Record<Kind, string>> = {
  kafka: 'KAFKA_BROKERS',
  search: 'ELASTICSEARCH_URL',
  postgres: 'DATABASE_URL',
};

function urls(servers: readonly Server[], kind: Kind): string {
  return servers
    .filter((server) => server.kind === kind)
    .map((server) => server.url())
    .join(',');
}

/** All at once: brokers wait for each other. */
async function startAll(servers: readonly Server[]): Promise<readonly string[]> {
  const starts = await Promise.allSettled(servers.map((server) => server.start()));
  const started = servers.filter((_, at) => starts[at]?.status === 'fulfilled' && starts[at].value);
  const failed = starts.filter((start) => start.status === 'rejected');
  if (failed.length === 0) return started.map(({ name }) => name);
  await each(started, (server) => server.stop());
  throw failed[0]!.reason;
}

/** Also when one of them fails, which is thrown in the end. */
async function each(servers: readonly Server[], step: (server: Server) => Promise<void>): Promise<void> {
  for (const result of await Promise.allSettled(servers.map(step)))
    if (result.status === 'rejected') throw result.reason;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
