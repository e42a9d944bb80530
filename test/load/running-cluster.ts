import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { said } from './running-product.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const owners = ['intake', 'routing', 'responses', 'notifications', 'search'] as const;
type Owner = (typeof owners)[number];

/** What all processes of an installation read. */
export type ClusterEnvironment = Readonly<Record<string, string>>;

/** The environment of processes over the data of a `single` installation. `dataDir`: where its secrets are. */
export function clusterEnvironment(databaseUrl: string, dataDir: string, kafka: string): ClusterEnvironment {
  const stored = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, unknown>;
  const actorKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: kafka,
    OTKLIK_DATA: dataDir,
    OTKLIK_KEK: String(stored['kek']),
    OTKLIK_HASH_SECRET: String(stored['hash']),
    OTKLIK_ROLE_SECRET: String(stored['roles']),
    OTKLIK_TOKEN_KEY: JSON.stringify(stored['tokenKey']),
    OTKLIK_ACTOR_KEY: JSON.stringify(actorKey),
    OTKLIK_LIMIT_ADDRESS: '0',
    OTKLIK_LIMIT_OVERALL: '0',
    OTKLIK_LETTERS: 'files',
    OTKLIK_LOG_LEVEL: 'error',
    PORT: '0',
    NODE_OPTIONS: '',
  };
}

/** Services as processes of their own and the gateway before them; those not named are away. The build is there already. */
export async function runningCluster(
  environment: ClusterEnvironment,
  services: readonly Owner[] = owners,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const children: ChildProcess[] = [];
  const started = async (name: string, more: ClusterEnvironment = {}): Promise<string> => {
    const env = { ...process.env, ...environment, ...more };
    const child = spawn(process.execPath, [`services/${name}/bundle/main.js`], { cwd: ROOT, env });
    children.push(child);
    const [, url] = await said(child, / is ready: (\S+)/);
    return url!;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
  };
  try {
    const urls = await Promise.all(
      owners.map(async (name) => [
        `OTKLIK_${name.toUpperCase()}_URL`,
        services.includes(name) ? await started(name) : 'http://127.0.0.1:1',
      ]),
    );
    return { url: await started('gateway', Object.fromEntries(urls) as ClusterEnvironment), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
