import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openControl } from '../cli/control-server.js';
import { rotatingFile } from '../rotating-file.js';
import { carryingOutBeside, prepare, type ErrandOptions } from './errand.js';
import { leaveNobodyBehind } from './left-behind.js';
import { WatchedProcess } from './watched-process.js';

/** What the start script hands over. */
export interface ClusterOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The servers' addresses, under the names by which the services read them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Registers what is to be undone at the end; newest first. */
  teardown(step: () => unknown): void;
  /** Tells the operator of a long step, and of a process that died. */
  say(line: string): void;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Seven processes on one machine: the young generation is kept small. */
const FRUGAL = ['--max-semi-space-size=2'];

/**
 * A process for each service and one for the gateway, each started again when it dies. Resolves when requests are
 * answered. This process only watches: what needs the services' code is an errand.
 */
export async function clusterMain(options: ClusterOptions): Promise<void> {
  const { host, port, dataDir, teardown, say } = options;
  // Without a mail server letters stay in the data folder, as in one process.
  const given = { OTKLIK_LETTERS: 'files', ...options.environment, OTKLIK_DATA: dataDir };
  const file = rotatingFile(join(dataDir, 'otklik.log'));
  teardown(() => file.end());
  const log = (line: string): void => file.write(`${line}\n`);
  const errands: ErrandOptions = { environment: given, log };
  const keep = await leaveNobodyBehind(dataDir, (line) => say(`Otklik: ${line}`));
  // The job before the services: they migrate nothing themselves.
  const preparation = await prepare(/^(127\.\d+\.\d+\.\d+|localhost)$/.test(host), { ...errands, say });
  teardown(() => preparation.cancel());
  const environment = { ...given, ...preparation.environment, ...actorKey() };
  const ports = await freePorts(preparation.services.length);
  const addresses = preparation.services.map((name, at) => ({ name, port: ports[at]! }));
  const watched = (name: string, own: Readonly<Record<string, string>>): WatchedProcess => {
    const { HOST, PORT } = own;
    return new WatchedProcess(
      {
        name,
        command: [process.execPath, ...FRUGAL, join(root, 'services', name, 'bundle/main.js')],
        environment: { ...environment, ...own },
        url: `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`,
      },
      { log, say: (line) => say(`Otklik: ${line}`), started: (pid) => keep(name, pid) },
    );
  };
  const services = addresses.map((one) => watched(one.name, { HOST: '127.0.0.1', PORT: String(one.port) }));
  // At once: each waits for the end of its own fetches.
  teardown(() => Promise.all(services.map((one) => one.stop())));
  await Promise.all(services.map((one) => one.start()));
  const owners = addresses.map((one) => [`OTKLIK_${one.name.toUpperCase()}_URL`, `http://127.0.0.1:${one.port}`]);
  const gateway = watched('gateway', { ...Object.fromEntries(owners), HOST: host, PORT: String(port) });
  teardown(() => gateway.stop());
  await gateway.start();
  // Commands are told the key that the services use, which may be replaced in the file meanwhile.
  teardown(
    await openControl(
      carryingOutBeside({ ...errands, environment: { ...given, OTKLIK_KEK: preparation.environment['OTKLIK_KEK'] } }),
      dataDir,
    ),
  );
  await preparation.finish(`http://127.0.0.1:${port}`);
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
