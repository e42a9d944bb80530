import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { freePort } from '../../deploy/stack/ports.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface Asking {
  /** Login of an official of the demonstration world. */
  readonly as?: string;
  /** Any bearer token, a resident's for one. */
  readonly token?: string;
  readonly language?: 'ru' | 'en';
}

/**
 * The product as its users meet it: the start script's own process on a database of its own, spoken to over HTTP.
 * Specs under `test/` know nothing else of the services, nor whether they share a process: OTKLIK_PROFILE says which
 * form is started, `single` or `cluster`.
 */
export interface World {
  readonly url: string;
  /** What the installation keeps beside its database. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  ask(query: string, variables?: Record<string, unknown>, asking?: Asking): Promise<Answer>;
  /** A short-lived access token for a login; issued once. */
  token(login: string, ...options: string[]): Promise<string>;
  /** `npm run otklik -- …`: exit code and what it printed. */
  operate(...args: string[]): Promise<{ readonly code: number; readonly output: string }>;
  /** Ends the process with `signal` and waits; `start` brings it up again on the same data. */
  end(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  readonly demo?: 'on' | 'off';
  readonly environment?: Record<string, string>;
}

export async function startWorld({ demo = 'off', environment = {} }: WorldOptions = {}): Promise<World> {
  const form = forms[process.env['OTKLIK_PROFILE'] || 'single'];
  if (!form) throw new Error(`OTKLIK_PROFILE is one of ${Object.keys(forms).join(', ')}.`);
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'otklik-world-'));
  const port = await freePort();
  const env = {
    ...process.env,
    ...form.servers(),
    DATABASE_URL: database.url,
    OTKLIK_ROLE_SECRET: testRoleSecret,
    OTKLIK_DATA: folder,
    OTKLIK_DEMO: demo,
    PORT: String(port),
    NODE_OPTIONS: '',
    ...environment,
  };
  const world = new RunningWorld(`http://127.0.0.1:${port}`, folder, form, database, env);
  await world.start();
  return world;
}

interface Form {
  readonly script: string;
  /** Inside the folder of OTKLIK_DATA. */
  readonly dataDir: string;
  /** Variables that name servers beside the database, for this world alone. */
  servers(): NodeJS.ProcessEnv;
}

const forms: Readonly<Record<string, Form>> = {
  single: { script: 'services/single/start/start.mjs', dataDir: '', servers: () => ({}) },
  cluster: { script: 'services/single/start/start-cluster.mjs', dataDir: 'cluster', servers: sharedServers },
};

/** Kafka and Elasticsearch are the run's (test/jest/servers.mjs): each world has its own names there. */
function sharedServers(): NodeJS.ProcessEnv {
  const { OTKLIK_TEST_KAFKA: brokers, OTKLIK_TEST_ELASTICSEARCH: search } = process.env;
  if (!brokers || !search) throw new Error('No Kafka or Elasticsearch: run the tests through jest.config.mjs.');
  const name = `w${randomBytes(4).toString('hex')}`;
  return {
    ...{ KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: `${name}.` },
    ...{ ELASTICSEARCH_URL: search, ELASTICSEARCH_PREFIX: name },
  };
}

class RunningWorld implements World {
  private child: ChildProcess | undefined;
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly form: Form,
    private readonly database: TestDatabase,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get databaseUrl(): string {
    return this.database.url;
  }

  get dataDir(): string {
    return join(this.folder, this.form.dataDir);
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.form.script], {
      cwd: ROOT,
      env: this.env,
      detached: true,
    });
    this.child = child;
    let output = '';
    await new Promise<void>((ready, failed) => {
      const heard = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Otklik is ready')) ready();
      };
      child.stdout?.on('data', heard);
      child.stderr?.on('data', heard);
      child.once('exit', (code) => failed(new Error(`The process ended with ${code}:\n${output.slice(-4_000)}`)));
    });
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
    { as, token, language = 'ru' }: Asking = {},
  ): Promise<Answer> {
    const bearer = token ?? (as === undefined ? undefined : await this.token(as));
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  token(login: string, ...options: string[]): Promise<string> {
    const key = [login, ...options].join(' ');
    let token = this.tokens.get(key);
    if (!token) {
      token = this.operate('token', '--as', login, ...options).then(({ code, output }) => {
        if (code !== 0) throw new Error(output);
        return output.trim().split('\n').at(-1)!;
      });
      this.tokens.set(key, token);
    }
    return token;
  }

  operate(...args: string[]): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, ['services/single/start/otklik.mjs', ...args], { cwd: ROOT, env: this.env });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, output }));
    });
  }
}
