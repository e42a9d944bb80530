import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceNames, type ServiceName } from '@otklik/host';
import { openControl } from '../cli/control-server.js';
import type { ComposeOptions } from '../compose.js';
import { overHttp } from '../demo/ask.js';
import { prepareDemo } from '../demo/run-demo.js';
import { composeBeside } from './compose-beside.js';
import { leaveNobodyBehind } from './left-behind.js';
import { WatchedProcess, type WatchOptions } from './watched-process.js';

/** What the start script hands over. */
export interface ClusterOptions extends ComposeOptions {
  readonly host: string;
  readonly port: number;
  /** The servers' addresses, under the names by which the services read them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Tells the operator of a long step, and of a process that died. */
  say(line: string): void;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Seven processes on one machine: the young generation is kept small, 40 MB less in each. */
const FRUGAL = ['--max-semi-space-size=4'];

/** A process for each service and one for the gateway, each started again when it dies. Resolves when requests are answered. */
export async function clusterMain(options: ClusterOptions): Promise<void> {
  const { host, port, dataDir, teardown, say } = options;
  const given = { ...options.environment, OTKLIK_DATA: dataDir };
  // The job before the services: they migrate nothing themselves.
  const composition = await composeBeside(options, given);
  // Its officials are in everybody's first copy of the directory.
  const makeDemo = await prepareDemo(composition, /^(127\.\d+\.\d+\.\d+|localhost)$/.test(host));
  const log = createWriteStream(join(dataDir, 'otklik.log'), { flags: 'a' });
  teardown(() => log.end());
  const watch: WatchOptions = { say: (line) => say(`Otklik: ${line}`), log: (line) => void log.write(`${line}\n`) };
  const keep = await leaveNobodyBehind(dataDir);
  const environment = {
    ...given,
    ...composition.secrets.environment,
    ...actorKey(),
    DATABASE_URL: composition.ownerUrl,
  };
  const ports = await freePorts(serviceNames.length);
  const addresses = serviceNames.map((name, at) => ({ name, port: ports[at]! }));
  const start = async (name: ServiceName | 'gateway', own: Readonly<Record<string, string>>) => {
    const { HOST, PORT } = own;
    const one = new WatchedProcess(
      {
        name,
        command: [process.execPath, ...FRUGAL, join(root, 'services', name, 'dist/main.js')],
        environment: { ...environment, ...own },
        readyUrl: `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}/health/ready`,
      },
      { ...watch, started: (pid) => keep(name, pid) },
    );
    teardown(() => one.stop());
    await one.start();
  };
  await Promise.all(addresses.map((one) => start(one.name, { HOST: '127.0.0.1', PORT: String(one.port) })));
  const owners = addresses.map((one) => [`OTKLIK_${one.name.toUpperCase()}_URL`, `http://127.0.0.1:${one.port}`]);
  await start('gateway', { ...Object.fromEntries(owners), HOST: host, PORT: String(port) });
  teardown(await openControl(composition, dataDir));
  await makeDemo(overHttp(`http://127.0.0.1:${port}`), say);
}

/** Of the calls between the gateway and the services of this run. */
function actorKey(): Readonly<Record<string, string>> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { OTKLIK_ACTOR_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })) };
}

/** All held at once, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const probes = Array.from({ length: count }, () => createServer());
  await Promise.all(probes.map((probe) => new Promise<void>((held) => probe.listen(0, '127.0.0.1', () => held()))));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((closed) => probe.close(closed))));
  return ports;
}
