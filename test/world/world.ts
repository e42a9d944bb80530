import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNight, testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { freePort } from '../../deploy/stack/ports.js';
import { madeOnce, type Ended, type MadeWorld } from './made-world.js';
import { argumentsOf, mustOperate, operate, printed, spawnProgram, type Operated } from './product-process.js';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface RequestOptions {
  /** Login of an official of the demonstration world. */
  readonly as?: string;
  /** Any bearer token, such as a resident's. */
  readonly token?: string;
  readonly language?: 'ru' | 'en';
}

/**
 * The product as its users run it: the process of the start script, on a database of its own, reached over HTTP. Specs
 * under `test/` use nothing else of the services; OTKLIK_PROFILE chooses the profile, `single` or `cluster`.
 */
export interface World {
  readonly url: string;
  /** The installation's files beside its database. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  ask(query: string, variables?: Record<string, unknown>, options?: RequestOptions): Promise<Answer>;
  /** A short-lived access token for a login; issued once. */
  token(login: string, ...options: string[]): Promise<string>;
  /** `npm run otklik -- …`. */
  operate(...args: string[]): Promise<Operated>;
  /** The same from another checkout. */
  operateFrom(checkout: string, ...args: string[]): Promise<Operated>;
  /** Ends the process with `signal` and waits; `start` starts it again on the same data. */
  end(signal?: NodeJS.Signals): Promise<void>;
  /** From another checkout, where one is given. */
  start(checkout?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  /** On the server that the product brings along, which its data folder holds. */
  readonly embedded?: boolean;
  readonly demo?: 'on' | 'small' | 'off';
  /** Of the address at which the product will be. */
  readonly environment?: Record<string, string> | ((url: string) => Record<string, string>);
  /** Folder of another version's sources, built. */
  readonly checkout?: string;
}

/** Of the demonstration's official with that role in the whole district, or in the whole republic. */
export function demonstrationLogin(district: string, role: string): string {
  if (role === 'REPUBLIC_ANALYST') return 'republic.analyst';
  return `${district}.${role === 'DISTRICT_ADMIN' ? 'admin' : role.toLowerCase()}`;
}

/**
 * Its demonstration is made once in a run, in one process, and copied, unless another version or server is to make it. At night
 * a cluster makes its own.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { demo = 'off', embedded, checkout } = options;
  const profile = profiles[process.env['OTKLIK_PROFILE'] || 'single'];
  if (!profile) throw new Error(`OTKLIK_PROFILE is one of ${Object.keys(profiles).join(', ')}.`);
  const makesOwn = profile !== profiles['single'] && isNight;
  const isCopied = demo === 'small' && !embedded && checkout === undefined && !makesOwn;
  return openWorld(profile, options, isCopied ? await madeOnce(demo, () => makeWorld(demo)) : undefined);
}

async function makeWorld(demo: 'small'): Promise<Ended> {
  const world = await openWorld(profiles['single']!, { demo });
  try {
    const tokens = await world.tokensOfOfficials('--minutes', '720');
    return { database: world.database, folder: world.folder, tokens: Object.fromEntries(tokens) };
  } finally {
    await world.end();
  }
}

async function openWorld(profile: Profile, options: WorldOptions, made?: MadeWorld): Promise<RunningWorld> {
  const { demo = 'off', environment = {}, embedded } = options;
  const folder = mkdtempSync(join(tmpdir(), 'otklik-world-'));
  if (made) cpSync(made.folder, join(folder, profile.dataDir), { recursive: true });
  const database = embedded ? embeddedDatabase(folder) : await testDatabase(made?.template);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...profile.servers(),
    ...(embedded ? { DATABASE_URL: '' } : { DATABASE_URL: database.url, OTKLIK_ROLE_SECRET: testRoleSecret }),
    OTKLIK_DATA: folder,
    OTKLIK_DEMO: demo,
    // Their comments would stand in the lists that specs count.
    OTKLIK_DEMO_NETWORKS: 'off',
    PORT: String(port),
    NODE_OPTIONS: '',
    ...(typeof environment === 'function' ? environment(url) : environment),
  };
  const world = new RunningWorld(url, folder, profile, database, env, made?.tokens);
  await world.start(options.checkout);
  return world;
}

/** Its address is known while it runs, and is another one after each start. */
function embeddedDatabase(folder: string): TestDatabase {
  return {
    get url() {
      const [, , , port] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
      return `postgres://otklik_owner:${password}@127.0.0.1:${port}/otklik`;
    },
    drop: () => Promise.resolve(),
  };
}

interface Profile {
  readonly script: Parameters<typeof argumentsOf>[0];
  /** Inside the folder of OTKLIK_DATA. */
  readonly dataDir: string;
  /** Variables that name the servers beside the database, with names of this world. */
  servers(): NodeJS.ProcessEnv;
}

const profiles: Readonly<Record<string, Profile>> = {
  single: { script: 'start', dataDir: '', servers: () => ({}) },
  cluster: { script: 'start:cluster', dataDir: 'cluster', servers: sharedServers },
};

/** Kafka and Elasticsearch serve the whole run (test/jest/servers.mjs); each world has its own topics and indexes. */
function sharedServers(): NodeJS.ProcessEnv {
  const { OTKLIK_TEST_KAFKA: brokers, OTKLIK_TEST_ELASTICSEARCH: search } = process.env;
  if (!brokers || !search) throw new Error('No Kafka or Elasticsearch: run the tests through jest.config.mjs.');
  const name = `w${randomBytes(4).toString('hex')}`;
  return { KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: `${name}.`, ELASTICSEARCH_URL: search, ELASTICSEARCH_PREFIX: name };
}

class RunningWorld implements World {
  private child: ChildProcess | undefined;
  private checkout: string | undefined;
  private readonly tokens = new Map<string, Promise<string>>();
  private officials: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(
    readonly url: string,
    readonly folder: string,
    private readonly profile: Profile,
    readonly database: TestDatabase,
    private readonly env: NodeJS.ProcessEnv,
    tokens?: Readonly<Record<string, string>>,
  ) {
    if (tokens) this.officials = Promise.resolve(new Map(Object.entries(tokens)));
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  get dataDir(): string {
    return join(this.folder, this.profile.dataDir);
  }

  async start(checkout?: string): Promise<void> {
    this.checkout = checkout;
    this.child = spawnProgram(argumentsOf(this.profile.script), this.env, checkout);
    await printed(this.child, /Otklik is ready/);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    process.kill(-child.pid, signal);
    await gone;
  }

  async stop(): Promise<void> {
    await this.end();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    { as, token, language = 'ru' }: RequestOptions = {},
  ): Promise<Answer> {
    const bearer = token ?? (as === undefined ? undefined : await this.token(as));
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  async token(login: string, ...options: string[]): Promise<string> {
    const known = options.length === 0 ? (await (this.officials ??= this.tokensOfOfficials())).get(login) : undefined;
    if (known !== undefined) return known;
    const key = [login, ...options].join(' ');
    let token = this.tokens.get(key);
    if (!token) {
      token = this.issue([login], options).then(([issued]) => issued!);
      this.tokens.set(key, token);
    }
    return token;
  }

  /** At once: the program's start costs more than all tokens. */
  async tokensOfOfficials(...options: string[]): Promise<ReadonlyMap<string, string>> {
    const list = await mustOperate(['official', 'list'], this.env, this.checkout);
    const logins = [...new Set(list.split('\n').flatMap((line) => /^\S+ +(\S+\.\S+) /.exec(line)?.[1] ?? []))];
    const tokens = logins.length === 0 ? [] : await this.issue(logins, options);
    return new Map(logins.map((login, index) => [login, tokens[index]!]));
  }

  private async issue(logins: readonly string[], options: readonly string[] = []): Promise<readonly string[]> {
    const output = await mustOperate(['token', '--as', ...logins, ...options], this.env, this.checkout);
    return output.trim().split('\n').slice(-logins.length);
  }

  operate(...args: string[]): Promise<Operated> {
    return operate(args, this.env, this.checkout);
  }

  operateFrom(checkout: string, ...args: string[]): Promise<Operated> {
    return operate(args, this.env, checkout);
  }
}
