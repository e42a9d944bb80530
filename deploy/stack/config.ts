import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { PORT_BLOCK_SIZE, DEFAULT_BASE } from './ports.js';

export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of the stack from the environment. */
export interface StackSettings {
  readonly portBase: number;
  /** Data folder of the stack. */
  readonly folder: string;
  readonly kafkaHeap: string;
  readonly elasticsearchHeap: string;
  readonly keycloakHeap: string;
  /** Where browsers reach the gateway. */
  readonly publicUrl: string;
  /** Java homes from the environment, the most explicit first. */
  readonly javaHomes: readonly string[];
  /** Folders of the PATH. */
  readonly path: readonly string[];
}

/** Throws a PlainError that names a wrong variable. */
export function stackSettings(env: Environment = process.env): StackSettings {
  return {
    portBase: portBase(env),
    folder: join(resolve(CHECKOUT, env['OTKLIK_DATA'] || '.otklik'), 'stack'),
    kafkaHeap: heap(env, 'OTKLIK_KAFKA_HEAP', '512m'),
    elasticsearchHeap: heap(env, 'OTKLIK_ELASTICSEARCH_HEAP', '1g'),
    keycloakHeap: heap(env, 'OTKLIK_KEYCLOAK_HEAP', '512m'),
    publicUrl: env['OTKLIK_PUBLIC_URL'] || 'http://127.0.0.1:4000',
    javaHomes: [env['OTKLIK_JAVA_HOME'], env['JAVA_HOME']].flatMap((home) => (home ? [home] : [])),
    path: (env['PATH'] ?? '').split(':').filter(Boolean),
  };
}

function portBase(env: Environment): number {
  const given = env['OTKLIK_PORT_BASE'] || String(DEFAULT_BASE);
  const base = Number(given);
  if (!Number.isInteger(base) || base < 1_024 || base + PORT_BLOCK_SIZE > 65_536)
    throw new PlainError(
      `OTKLIK_PORT_BASE must be a number from 1024 to ${65_536 - PORT_BLOCK_SIZE}, and is "${given}".`,
    );
  return base;
}

function heap(env: Environment, name: string, fallback: string): string {
  const given = env[name] || fallback;
  if (!/^[1-9]\d*[mg]$/i.test(given))
    throw new PlainError(`${name} must be a size of memory like ${fallback}, and is "${given}".`);
  return given;
}
