import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackSettings } from './config.js';
import { demandJava, demandMaven } from './java.js';
import { freePortBase, portIsFree } from './ports.js';
import { fetched, isFetched } from './programs.js';
import { programServer, type Server } from './server.js';

const KEY = 'otklik';
const SECRET = 'a secret/of+the specs';
const BUCKET = 'files';

/** An S3-compatible store with one empty bucket. */
export interface S3Store {
  /** In the form of FILES_URL. */
  readonly url: string;
  /** Number of objects under this key prefix. */
  countObjects(folder: string): number;
  /** The server, which specs stop and start. */
  readonly server: Server;
  stop(): Promise<void>;
}

/**
 * S3Proxy in a temporary folder, on loopback, with signature checks. For specs; not a part of the stack. Throws a PlainError
 * that names missing prerequisites.
 */
export async function s3Store(print: (line: string) => void): Promise<S3Store> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-s3-'));
  const port = await portOfBlock();
  const server = await s3Server(folder, port, print);
  await server.start();
  return {
    server,
    url: `http://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/${BUCKET}`,
    countObjects(name) {
      const objects = join(folder, 'objects', BUCKET, name);
      return existsSync(objects) ? readdirSync(objects).length : 0;
    },
    async stop() {
      await server.wipe();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Below the ephemeral ports, so that the port stays free while the server is stopped. */
async function portOfBlock(): Promise<number> {
  const port = (await freePortBase()) + 22;
  return (await portIsFree(port)) ? port : portOfBlock();
}

async function s3Server(folder: string, port: number, print: (line: string) => void): Promise<Server> {
  const settings = stackSettings();
  const java = demandJava(settings);
  if (!isFetched('s3')) demandMaven(settings.path);
  const jars = await fetched('s3', java, { path: settings.path, print });
  const address = `http://127.0.0.1:${port}`;
  return programServer({
    name: 's3',
    kind: 'files',
    folder,
    address,
    ports: [port],
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
      writeFileSync(join(folder, 'logback.xml'), LOGGING);
      return Promise.resolve([
        ...[join(java, 'bin', 'java'), '-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
        `-Dlogback.configurationFile=${join(folder, 'logback.xml')}`,
        ...['-cp', join(jars, '*'), 'org.gaul.s3proxy.Main', '--properties', file],
      ]);
    },
  });
}

/** The default logs at debug level. */
const LOGGING = `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%level %msg%n</pattern></encoder></appender>
  <root level="warn"><appender-ref ref="out" /></root>
</configuration>
`;

/** Ready when it refuses an unsigned request with 403. */
async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(1_000) })).status === 403;
  } catch {
    // Not listening yet. The log has the details.
    return false;
  }
}
