import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WrongConfiguration, type Environment } from '@otklik/host';
import { readServiceConfig } from '@otklik/host/process';

type Reader = (environment: Environment) => unknown;

export const processes = [
  'gateway',
  'intake',
  'routing',
  'responses',
  'notifications',
  'search',
  'administration',
  'web',
  'migration',
  'anchors',
  'verify',
] as const;
export type Process = (typeof processes)[number];

/** The one-shot jobs of `services/single`, and what reads their configuration. */
const jobs: Readonly<Record<string, { readonly program: string; readonly reader: RegExp }>> = {
  migration: { program: 'migrate.main.js', reader: /^readMigrationConfig$/ },
  anchors: { program: 'evidence.main.js', reader: /^readAnchorsConfig$/ },
  verify: { program: 'evidence.main.js', reader: /^readVerifyConfig$/ },
};

export function isJob(name: string): boolean {
  return name in jobs;
}

/** The program that the build makes of the process. */
export function programOf(name: string): string {
  return isJob(name) ? `services/single/bundle/${jobs[name]!.program}` : `services/${name}/bundle/main.js`;
}

/** The source of the program that the bundle is made of. */
export function sourceOf(bundle: string): string {
  const folder = bundle.startsWith('services/web/') ? 'server' : 'src';
  return bundle.replace('/bundle/', `/${folder}/`).replace(/\.js$/, '.ts');
}

/** The functions that read a process's configuration: those that its `config.ts` exports, and those of every service. */
async function readersOf(name: Process): Promise<readonly Reader[]> {
  const folder = isJob(name) ? 'single' : name;
  const file = resolve('services', folder, name === 'web' ? 'server' : 'src', 'config.ts');
  const own = existsSync(file) ? ((await import(file)) as Record<string, unknown>) : {};
  const wanted = jobs[name]?.reader ?? /^read.*Config$|^\w+Config$/;
  const readers = Object.entries(own)
    .filter(([key, value]) => wanted.test(key) && typeof value === 'function')
    .map(([, value]) => value as Reader);
  return isJob(name) || name === 'gateway' || name === 'web' ? readers : [...readers, readServiceConfig];
}

export interface ReadConfiguration {
  /** Every variable that the process reads, without the `_FILE` form of another. */
  readonly known: ReadonlySet<string>;
  /** Wrong and missing variables, one line each. */
  readonly faults: readonly string[];
}

/** The process's own verdict on an environment, so that no list of variables can become outdated. */
export async function readConfiguration(name: Process, environment: Environment): Promise<ReadConfiguration> {
  const seen = new Set<string>();
  const watched = new Proxy(environment, {
    get: (given, key: string) => {
      seen.add(key);
      return given[key];
    },
  });
  const readers = await readersOf(name);
  if (readers.length === 0) throw new Error(`${name} has no configuration`);
  const faults = readers.flatMap((read) => {
    try {
      read(watched);
      return [];
    } catch (error) {
      if (error instanceof WrongConfiguration) return error.message.split('\n');
      throw error;
    }
  });
  const known = [...seen].filter((key) => !(key.endsWith('_FILE') && seen.has(key.slice(0, -'_FILE'.length))));
  return { known: new Set(known), faults };
}

/** The variable that `<NAME>_FILE` replaces. */
export function variableOf(variable: string, known: ReadonlySet<string>): string {
  return known.has(variable) ? variable : variable.replace(/_FILE$/, '');
}

/**
 * The folder in which deploy/docker/make-secrets.mjs created the secrets of this run, and their names. `own`: secrets that
 * the operator provides.
 */
export function madeSecrets(own: Readonly<Record<string, string>> = {}): {
  readonly folder: string;
  readonly names: readonly string[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-secrets-'));
  for (const [name, value] of Object.entries(own)) writeFileSync(join(folder, name), value);
  makeSecrets(folder);
  return { folder, names: readdirSync(folder) };
}

export function makeSecrets(folder: string): void {
  execFileSync(process.execPath, ['deploy/docker/make-secrets.mjs', folder], { stdio: 'pipe' });
}

/** The environment of the process, with its secrets in `folder`. */
export function withSecrets(environment: Environment, folder: string): Environment {
  const entries = Object.entries(environment);
  return Object.fromEntries(entries.map(([name, value]) => [name, value?.replace(/^\/run\/secrets/, folder)]));
}
