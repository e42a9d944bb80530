import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, freePortBase } from '../../deploy/stack/ports.js';
import { stackUp } from '../../deploy/stack/stack.js';
import { benchKafka, benchSearch } from './bench-stack.js';
import { argumentsOf, mustOperate, printed, spawnProgram } from '../world/product-process.js';
import { testRoleSecret } from '@otklik/testing';
import { benchServer, temporaryFolder } from './bench-server.js';
import { processes } from './processes.js';
import { areServersShared, sharedOrOwn } from './shared-servers.js';

/** The product on servers of its own, without limits for callers without an account. */
export interface RunningProduct extends AsyncDisposable {
  readonly url: string;
  /** Of the database's owner. */
  readonly databaseUrl: string;
  /** `npm run otklik -- …`; throws with what it printed when it fails. */
  operate(...args: string[]): Promise<string>;
  /** Its Node processes. */
  pids(): readonly number[];
  /** Of the cluster's process with that name. */
  pidOf(name: string): number;
  /** Ends all its processes as a lost machine does; its database and its servers stay. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
}

/** Without a demonstration world when absent; `on`: a quarter of districts. Where the product is shared, it has the small one. */
export type Demonstration = 'on' | 'small' | 'off';

/** `npm start`, or `npm run start:cluster` when the bench's arguments say `cluster`. */
export async function runningProduct(
  args: readonly string[],
  print: (line: string) => void,
  demonstration: Demonstration = 'off',
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  print('the product is started');
  if (args.includes('cluster')) return runningCluster(print, demonstration, environment);
  return ofThatEnvironment('single', environment, () =>
    runningSingle(areServersShared() ? 'small' : demonstration, environment),
  );
}

/** A product with variables of its own is never shared. */
function ofThatEnvironment(
  profile: string,
  environment: Readonly<Record<string, string>>,
  start: () => Promise<RunningProduct>,
): Promise<RunningProduct> {
  return Object.keys(environment).length > 0 ? start() : sharedOrOwn(profile, start);
}

async function runningSingle(
  demonstration: Demonstration,
  environment: Readonly<Record<string, string>>,
): Promise<RunningProduct> {
  await using servers = new AsyncDisposableStack();
  const { url } = servers.use(await benchServer());
  const data = servers.use(temporaryFolder('data'));
  return started(
    'start',
    { DATABASE_URL: url, OTKLIK_DATA: data.path, OTKLIK_DEMO: demonstration, ...environment },
    servers.move(),
  );
}

export function runningCluster(
  print: (line: string) => void,
  demonstration: Demonstration = 'off',
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  return ofThatEnvironment('cluster', environment, () =>
    areServersShared() ? clusterOnShared(print) : ownCluster(print, demonstration, environment),
  );
}

async function ownCluster(
  print: (line: string) => void,
  demonstration: Demonstration,
  environment: Readonly<Record<string, string>>,
): Promise<RunningProduct> {
  await using servers = new AsyncDisposableStack();
  const data = servers.use(temporaryFolder('cluster'));
  const stack = await stackUp({ folder: join(data.path, 'stack'), portBase: await freePortBase(), print });
  servers.defer(() => stack.down());
  const own = { OTKLIK_DATA: data.path, OTKLIK_DEMO: demonstration, ...environment };
  const variables = { ...stack.variables(), ...own } as StartVariables;
  return started('start:cluster', variables, servers.move());
}

async function clusterOnShared(print: (line: string) => void): Promise<RunningProduct> {
  await using servers = new AsyncDisposableStack();
  const data = servers.use(temporaryFolder('cluster'));
  const { url } = servers.use(await benchServer());
  const [kafka, search] = [servers.use(await benchKafka(print)), servers.use(await benchSearch(print))];
  const names = { KAFKA_NAMESPACE: 'bench.', ELASTICSEARCH_PREFIX: 'bench' };
  return started(
    'start:cluster',
    {
      DATABASE_URL: url,
      OTKLIK_DATA: data.path,
      OTKLIK_DEMO: 'small',
      ...names,
      KAFKA_BROKERS: kafka.brokers.join(','),
      ELASTICSEARCH_URL: search.url,
    },
    servers.move(),
  );
}

interface StartVariables {
  readonly DATABASE_URL: string;
  readonly OTKLIK_DATA: string;
  readonly OTKLIK_DEMO: Demonstration;
  readonly NODE_OPTIONS?: string;
  readonly KAFKA_BROKERS?: string;
  readonly KAFKA_NAMESPACE?: string;
  readonly ELASTICSEARCH_URL?: string;
  readonly ELASTICSEARCH_PREFIX?: string;
}

async function started(
  script: Parameters<typeof argumentsOf>[0],
  variables: StartVariables,
  servers: AsyncDisposableStack,
): Promise<RunningProduct> {
  await using whole = servers;
  const port = await freePort();
  const limits = { OTKLIK_LIMIT_ADDRESS: '0', OTKLIK_LIMIT_DISTRICT: '0' };
  const secret = areServersShared() ? { OTKLIK_ROLE_SECRET: testRoleSecret } : {};
  const NODE_OPTIONS = variables.NODE_OPTIONS ?? '';
  const env = { ...process.env, ...variables, ...limits, ...secret, PORT: String(port), NODE_OPTIONS };
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawnProgram(argumentsOf(script), env);
    await printed(child, /Otklik is ready/);
  };
  whole.defer(() => ended(child));
  await start();
  const all = whole.move();
  return {
    start,
    url: `http://127.0.0.1:${port}`,
    databaseUrl: variables.DATABASE_URL,
    operate: (...args) => mustOperate(args, env),
    pids: () => processes().flatMap(({ pid, parent }) => (pid === child.pid || parent === child.pid ? [pid] : [])),
    pidOf: (name) => pidOf(join(variables.OTKLIK_DATA, 'cluster', 'processes.json'), name),
    kill: async () => {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

function pidOf(file: string, name: string): number {
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>)[name];
  if (found === undefined) throw new Error(`${name} was not started.`);
  return found;
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** A yardstick's own process; `url` is the address that it prints. argv: the database's URL. */
export async function yardstickProcess(
  file: string,
  databaseUrl: string,
  input = '',
): Promise<AsyncDisposable & { readonly url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), databaseUrl]);
  child.stdin.end(input);
  const [url] = await printed(child, /http:\/\/\S+/);
  return { url, [Symbol.asyncDispose]: () => ended(child) };
}
