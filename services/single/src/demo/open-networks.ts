import { Town, TownServer } from '@otklik/network-simulators';
import { join } from 'node:path';
import type { SingleConfig } from '../config.js';

/** The social networks of the demonstration, in this process. */
export interface OpenedNetworks {
  /** Address of the page on which people write in them. */
  readonly page: string;
  /** OTKLIK_NETWORK_APIS */
  readonly apis: string;
}

export interface NetworksOptions {
  readonly dataDir: string;
  /** The product's own: the page is on the next one, or on a free one when that is taken. */
  readonly port: number;
  teardown(step: () => unknown): void;
}

/** Whether the demonstration brings its networks along. */
export function hasOwnNetworks({
  demoNetworks,
  networkApis,
}: Pick<SingleConfig, 'demoNetworks' | 'networkApis'>): boolean {
  return demoNetworks === 'on' && networkApis === undefined;
}

/** What was said in them is kept in the data folder. */
export async function openNetworks({ dataDir, port, teardown }: NetworksOptions): Promise<OpenedNetworks> {
  const town = await Town.start({ file: join(dataDir, 'demo-networks.json') });
  teardown(() => town.stop());
  const server = await TownServer.start(town, port + 1).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return TownServer.start(town);
  });
  teardown(() => server.stop());
  return { page: server.url, apis: town.apis };
}
