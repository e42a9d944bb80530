import { join } from 'node:path';
import { CHECKOUT } from './config.js';
import type { StackPorts } from './ports.js';
import { programServer, type Server } from './server.js';

/** In the order of their ports; libs/network-simulators/src/town/town-networks.ts has the same. */
export const SIMULATED = ['VK', 'MAX', 'TELEGRAM', 'OK'] as const;

/** Social networks on this machine, with a page on which people write in them. */
export function networksServer({ folder, ports }: { readonly folder: string; readonly ports: StackPorts }): Server {
  const page = `http://127.0.0.1:${ports.networks}/`;
  const apis = SIMULATED.map((_, at) => ports.networkApis + at);
  return programServer({
    name: 'networks',
    kind: 'networks',
    folder,
    address: page,
    ports: [ports.networks, ...apis],
    startTimeoutMs: 60_000,
    stopTimeoutMs: 5_000,
    healthy: () => answers(`${page}health`),
    prepare: () =>
      Promise.resolve([
        ...[process.execPath, '--conditions=@otklik/source'],
        ...['--import', join(CHECKOUT, 'deploy/bootstrap/typescript.mjs')],
        join(CHECKOUT, 'libs/network-simulators/src/town/town.main.ts'),
        ...['--folder', folder, '--page', String(ports.networks), '--apis', String(ports.networkApis)],
      ]),
  });
}

/** What lets the product speak with them. */
export function networkVariables(page: string): readonly (readonly [string, string])[] {
  const port = Number(new URL(page).port) + 1;
  const apis = SIMULATED.map((network, at) => `${network}=http://127.0.0.1:${port + at}`);
  return [['OTKLIK_NETWORK_APIS', apis.join(',')]];
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    // Not listening yet: the log has the details.
    return false;
  }
}
