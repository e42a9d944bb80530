import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WrongConfiguration, type Environment } from '@otklik/host';
import { readServiceConfig } from '@otklik/host/process';

type Reader = (environment: Environment) => unknown;

export const processes = ['gateway', 'intake', 'routing', 'responses', 'notifications', 'search', 'migration'] as const;
export type Process = (typeof processes)[number];

/** The readers of a process's configuration: all that its `config.ts` exports, and what every service reads. */
async function readersOf(name: Process): Promise<readonly Reader[]> {
  const folder = name === 'migration' ? 'single' : name;
  const file = resolve('services', folder, 'src/config.ts');
  const own = existsSync(file) ? ((await import(file)) as Record<string, unknown>) : {};
  const wanted = name === 'migration' ? /^readMigrationConfig$/ : /^read.*Config$|^\w+Config$/;
  const readers = Object.entries(own)
    .filter(([key, value]) => wanted.test(key) && typeof value === 'function')
    .map(([, value]) => value as Reader);
  return name === 'gateway' || name === 'migration' ? readers : [...readers, readServiceConfig];
}

export interface Asked {
  /** Every variable that the process looks at, without the `_FILE` form of another. */
  readonly known: ReadonlySet<string>;
  /** What is wrong or missing, one line each. */
  readonly faults: readonly string[];
}

/** What the code says of an environment: nothing is kept in a list that could grow old. */
export async function ask(name: Process, environment: Environment): Promise<Asked> {
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

/** `<NAME>_FILE` is `<NAME>` by other means. */
export function meant(variable: string, known: ReadonlySet<string>): string {
  return known.has(variable) ? variable : variable.replace(/_FILE$/, '');
}

/**
 * The folder of secrets that deploy/docker/make-secrets.mjs has made for this run, and their names. `own`: what the
 * operator put there himself.
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

/** The environment as the process would see it, its secrets found in `folder`. */
export function withSecrets(environment: Environment, folder: string): Environment {
  const entries = Object.entries(environment);
  return Object.fromEntries(entries.map(([name, value]) => [name, value?.replace(/^\/run\/secrets/, folder)]));
}
