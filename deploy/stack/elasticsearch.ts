import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unprivileged } from '../unprivileged.mjs';
import { programServer, type Server } from './server.js';
import type { StackPorts } from './ports.js';

export interface ElasticsearchOptions {
  /** `elasticsearch` of the stack's folder. */
  readonly folder: string;
  readonly ports: StackPorts;
  /** As in `-Xmx`. */
  readonly heap: string;
  /** Downloads the programs; called only when the server is started. */
  programs(): Promise<{ readonly java: string; readonly home: string }>;
}

const CLUSTER = 'otklik-stack';

export function elasticsearchServer({ folder, ports, heap, programs }: ElasticsearchOptions): Server {
  const url = `http://127.0.0.1:${ports.elasticsearch}`;
  return programServer({
    name: 'elasticsearch',
    kind: 'search',
    folder,
    address: url,
    ports: [ports.elasticsearch, ports.elasticsearchTransport],
    startTimeoutMs: 300_000,
    stopTimeoutMs: 20_000,
    healthy: () => isHealthy(url),
    prepare: async () => {
      const { java, home } = await programs();
      const config = join(folder, 'config');
      const temporary = join(folder, 'tmp');
      for (const each of [config, temporary]) mkdirSync(each, { recursive: true, mode: 0o700 });
      for (const [name, text] of Object.entries(configuration({ folder, ports })))
        writeFileSync(join(config, name), text);
      return [
        ...['env', `ES_JAVA_HOME=${java}`, `ES_PATH_CONF=${config}`, `ES_TMPDIR=${temporary}`],
        `ES_JAVA_OPTS=-Xms256m -Xmx${heap}`,
        ...unprivileged({ server: 'Elasticsearch', owns: [folder], reads: home }),
        // The launcher ends when the server is ready, and the server writes its own pid over the launcher's.
        ...[join(home, 'bin', 'elasticsearch'), '-d', '-p', join(folder, 'pid')],
      ];
    },
  });
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(1_000) });
    const health = (await response.json()) as { readonly cluster_name?: string; readonly status?: string };
    return health.cluster_name === CLUSTER && health.status !== 'red';
  } catch {
    // Not listening yet, frozen, or another program: not healthy. The log has the details.
    return false;
  }
}

/** File name → text, of the server's configuration folder. */
export function configuration({
  folder,
  ports,
}: Pick<ElasticsearchOptions, 'folder' | 'ports'>): Readonly<Record<string, string>> {
  const settings = {
    'cluster.name': CLUSTER,
    'node.name': 'elasticsearch',
    'path.data': join(folder, 'data'),
    'path.logs': folder,
    'network.host': '127.0.0.1',
    'http.port': ports.elasticsearch,
    'transport.port': ports.elasticsearchTransport,
    'discovery.type': 'single-node',
    'action.auto_create_index': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'xpack.security.enabled': false,
  };
  return {
    'elasticsearch.yml': Object.entries(settings)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
      .join(''),
    'jvm.options': OPTIONS + `-Dotklik.folder=${folder}\n`,
    'log4j2.properties': LOGGING,
  };
}

/** Memory is committed on demand; a serial collector is enough for a laptop's heap. */
const OPTIONS = `-XX:+UseSerialGC
-XX:-AlwaysPreTouch
-XX:+ExitOnOutOfMemoryError
-Djava.io.tmpdir=\${ES_TMPDIR}
--add-modules=jdk.incubator.vector
-Dorg.apache.lucene.store.defaultReadAdvice=normal
`;

const LOGGING = `status = error
appender.file.type = File
appender.file.name = file
appender.file.fileName = \${sys:es.logs.base_path}/elasticsearch.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
`;
