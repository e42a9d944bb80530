import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOfThisMachine } from '@otklik/kernel';
import { openNetworks } from '../demo/open-networks.js';
import { openControlServer } from '../cli/control-server.js';
import { rotatingFile } from '../rotating-file.js';
import { commandRunnerInJob, prepare, type JobOptions } from './one-shot-job.js';
import { killOrphans } from './orphans.js';
import { SupervisedProcess } from './supervised-process.js';

/** From the start script. */
export interface ClusterOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Of every process, with the servers' addresses. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Registers a step of the shutdown; the newest runs first. */
  teardown(step: () => unknown): void;
  /** A line for the operator. */
  print(line: string): void;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Eight processes share a machine: a small young generation saves memory. */
const NODE_FLAGS = ['--max-semi-space-size=2'];

/**
 * Supervises a process per service, one for the web and one for the gateway. Resolves when requests are answered. This process loads no
 * service's code: what needs it runs as a one-shot job.
 */
export async function clusterMain(options: ClusterOptions): Promise<{ readonly networks?: string }> {
  const { host, port, dataDir, teardown, print } = options;
  // Without a mail server letters stay in the data folder, as in one process; so do the districts' maps.
  const own = {
    OTKLIK_LETTERS: 'files',
    OTKLIK_MAPS: join(dataDir, 'maps'),
    OTKLIK_PUBLIC_URL: `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`,
  };
  const given = { ...own, ...options.environment, OTKLIK_DATA: dataDir };
  const file = rotatingFile(join(dataDir, 'otklik.log'));
  teardown(() => file.end());
  const log = (line: string): void => file.write(`${line}\n`);
  const jobs: JobOptions = { environment: given, log };
  const recordPid = await killOrphans(dataDir, (line) => print(`Otklik: ${line}`));
  // Before the services, which do not migrate.
  const preparation = await prepare(isOfThisMachine(host, given.OTKLIK_PUBLIC_URL || undefined), { ...jobs, print });
  teardown(() => preparation.cancel());
  const networks = preparation.ownNetworks ? await openNetworks({ dataDir, port, teardown }) : undefined;
  const apis = networks ? { OTKLIK_NETWORK_APIS: networks.apis } : {};
  const environment = { ...given, ...preparation.environment, ...apis, ...actorKey() };
  const apart = [...preparation.services, 'web'];
  const ports = await freePorts(apart.length);
  const addresses = apart.map((name, at) => ({ name, port: ports[at]! }));
  const supervised = (name: string, own: Readonly<Record<string, string>>): SupervisedProcess => {
    const { HOST, PORT } = own;
    return new SupervisedProcess(
      {
        name,
        command: [process.execPath, ...NODE_FLAGS, join(root, 'services', name, 'bundle/main.js')],
        environment: { ...environment, ...own },
        url: `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`,
      },
      { log, print: (line) => print(`Otklik: ${line}`), started: (pid) => recordPid(name, pid) },
    );
  };
  const gatewayUrl = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const services = addresses.map((one) =>
    supervised(one.name, { HOST: '127.0.0.1', PORT: String(one.port), OTKLIK_GATEWAY_URL: gatewayUrl }),
  );
  // In parallel: each waits for its own Kafka fetches to end.
  teardown(() => Promise.all(services.map((one) => one.stop())));
  await Promise.all(services.map((one) => one.start()));
  const owners = addresses.map((one) => [`OTKLIK_${one.name.toUpperCase()}_URL`, `http://127.0.0.1:${one.port}`]);
  const gateway = supervised('gateway', { ...Object.fromEntries(owners), HOST: host, PORT: String(port) });
  teardown(() => gateway.stop());
  await gateway.start();
  // The key in use: `keys rotate` may have put another into the file meanwhile.
  teardown(
    await openControlServer(
      commandRunnerInJob({ ...jobs, environment: { ...given, OTKLIK_KEK: preparation.environment['OTKLIK_KEK'] } }),
      dataDir,
    ),
  );
  await preparation.finish(`http://127.0.0.1:${port}`, networks?.page);
  return networks ? { networks: networks.page } : {};
}

/** Signs the calls from the gateway to the services; a new one for each run. */
function actorKey(): Readonly<Record<string, string>> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { OTKLIK_ACTOR_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })) };
}

/** All are bound at the same time, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const probes = Array.from({ length: count }, () => createServer());
  await Promise.all(probes.map((probe) => new Promise<void>((held) => probe.listen(0, '127.0.0.1', () => held()))));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((closed) => probe.close(closed))));
  return ports;
}
