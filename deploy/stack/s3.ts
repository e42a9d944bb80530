import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackSettings } from './config.js';
import { demandJava, demandMaven } from './java.js';
import { freePortBase, portIsFree } from './ports.js';
import { fetched, isFetched } from './programs.js';
import { javaServer, type Server } from './server.js';

const KEY = 'otklik';
const SECRET = 'a secret/of+the specs';
const BUCKET = 'files';

/** A store behind the S3 protocol with one empty bucket. */
export interface S3Store {
  /** As FILES_URL names it. */
  readonly url: string;
  /** Objects whose keys begin with this folder. */
  held(folder: string): number;
  /** To stop it for a while, and start it again. */
  readonly server: Server;
  stop(): Promise<void>;
}

/**
 * S3Proxy in a temporary folder, on loopback; it checks signatures. For specs, no part of the stack. Throws a PlainError
 * that says what is missing.
 */
export async function s3Store(say: (line: string) => void): Promise<S3Store> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-s3-'));
  const port = await portOfBlock();
  const server = await s3Server(folder, port, say);
  await server.start();
  return {
    server,
    url: `http://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/${BUCKET}`,
    held(name) {
      const objects = join(folder, 'objects', BUCKET, name);
      return existsSync(objects) ? readdirSync(objects).length : 0;
    },
    async stop() {
      await server.wipe();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Below those that the system gives out: it is stopped and started again there. */
async function portOfBlock(): Promise<number> {
  const port = (await freePortBase()) + 22;
  return (await portIsFree(port)) ? port : portOfBlock();
}

async function s3Server(folder: string, port: number, say: (line: string) => void): Promise<Server> {
  const settings = stackSettings();
  const java = demandJava(settings);
  if (!isFetched('s3')) demandMaven(settings.path);
  const jars = await fetched('s3', java, { path: settings.path, say });
  const address = `http://127.0.0.1:${port}`;
  return javaServer({
    ...{ name: 's3', kind: 'files', folder, address, ports: [port] },
    startTimeoutMs: 60_000,
    stopTimeoutMs: 5_000,
    healthy: () => answers(address),
    prepare: () => {
      const objects = join(folder, 'objects');
      mkdirSync(join(objects, BUCKET), { recursive: true });
      const properties = {
        's3proxy.endpoint': address,
        's3proxy.authorization': 'aws-v2-or-v4',
        's3proxy.identity': KEY,
        's3proxy.credential': SECRET,
        'jclouds.provider': 'filesystem-nio2',
        'jclouds.identity': 'nobody',
        'jclouds.credential': 'none',
        'jclouds.filesystem.basedir': objects,
      };
      const file = join(folder, 's3.properties');
      writeFileSync(
        file,
        Object.entries(properties)
          .map((entry) => `${entry.join('=')}\n`)
          .join(''),
      );
      writeFileSync(join(folder, 'logback.xml'), QUIET);
      return Promise.resolve([
        ...[join(java, 'bin', 'java'), '-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
        `-Dlogback.configurationFile=${join(folder, 'logback.xml')}`,
        ...['-cp', join(jars, '*'), 'org.gaul.s3proxy.Main', '--properties', file],
      ]);
    },
  });
}

/** It tells everything that it does otherwise. */
const QUIET = `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%level %msg%n</pattern></encoder></appender>
  <root level="warn"><appender-ref ref="out" /></root>
</configuration>
`;

/** Nobody is let in without a signature: that it says so is its answer. */
async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(1_000) })).status === 403;
  } catch {
    // Not there yet; the log tells the rest.
    return false;
  }
}
