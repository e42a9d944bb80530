import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { stackSettings } from './config.js';
import { demandMaven, findJava } from './java.js';
import { portIsFree } from './ports.js';
import { fetched, isFetched } from './programs.js';
import { programServer, type Server } from './server.js';

const MIN_JAVA_VERSION = 25;
/** Above this port the runner fails silently. */
const MAX_BASE = 9_298;
const MIN_BASE = 9_201;

/**
 * OpenSearch in a folder of its own, on loopback, for the compatibility job; not a part of the stack, and not started here.
 * Throws a PlainError that names missing prerequisites.
 */
export async function openSearchServer(folder: string, print: (line: string) => void): Promise<Server> {
  const settings = stackSettings();
  const java = findJava({ ...settings, minVersion: MIN_JAVA_VERSION });
  if (java === undefined)
    throw new PlainError(
      `OpenSearch needs Java ${MIN_JAVA_VERSION} and none was found: apt-get install openjdk-25-jre-headless, or name one in OTKLIK_JAVA_HOME.`,
    );
  if (!isFetched('opensearch')) demandMaven(settings.path);
  const jars = await fetched('opensearch', java, { path: settings.path, print });
  const base = await freeBase();
  const url = `http://127.0.0.1:${base + 1}`;
  return programServer({
    name: 'opensearch',
    kind: 'search',
    folder,
    address: url,
    ports: [base + 1],
    startTimeoutMs: 300_000,
    stopTimeoutMs: 10_000,
    healthy: () => isHealthy(url),
    prepare: () => {
      mkdirSync(join(folder, 'data'), { recursive: true });
      return Promise.resolve([
        ...[join(java, 'bin', 'java'), '-Xms256m', `-Xmx${settings.elasticsearchHeap}`, '-XX:+UseSerialGC'],
        ...['--enable-native-access=ALL-UNNAMED', '--add-modules', 'jdk.incubator.vector'],
        ...['-cp', join(jars, '*'), 'org.codelibs.opensearch.runner.OpenSearchRunner'],
        // The first node listens on base + 1.
        ...['-basePath', join(folder, 'data'), '-numOfNode', '1', '-baseHttpPort', String(base)],
      ]);
    },
  });
}

async function freeBase(): Promise<number> {
  for (let base = MAX_BASE; base >= MIN_BASE; base -= 1) if (await portIsFree(base + 1)) return base;
  throw new PlainError(`OpenSearch needs a free port from ${MIN_BASE + 1} to ${MAX_BASE + 1}.`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(1_000) });
    return ((await response.json()) as { readonly status?: string }).status === 'green';
  } catch {
    // Not listening yet. The log has the details.
    return false;
  }
}
