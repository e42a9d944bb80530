import { statfs } from 'node:fs/promises';
import { reachable } from '@otklik/host/process';
import { publishingFaults } from '@otklik/messaging';
import type { LocalComposition } from './compose.js';
import type { Composition } from './composition.js';

const MIN_FREE_BYTES = 50 * 1024 * 1024;

/** Reasons why this process is not ready, for the operator; empty when it is. */
export function readiness({
  services,
  dataDir,
  isRunning,
}: Pick<LocalComposition, 'services' | 'dataDir' | 'isRunning'>): () => Promise<readonly string[]> {
  const pools = [...services.values()].map(({ resources, definition }) => ({
    name: definition.name,
    pool: resources.worker,
  }));
  return async () => {
    const [database, disk] = await Promise.all([pools[0] ? reachable(pools[0].pool) : true, free(dataDir)]);
    return [
      ...(isRunning() ? [] : ['consumers']),
      ...(database ? [] : ['database']),
      ...(disk ? [] : ['disk: less than 50 MB are free']),
    ];
  };
}

/** Keys of the services' logs that cannot be published, while everything else is. */
export function publishingReadiness({ services }: Pick<Composition, 'services'>): () => Promise<readonly string[]> {
  const owners = [...services.values()].filter(({ definition }) => definition.publish);
  return async () => {
    const found = owners.map(({ resources, definition }) => publishingFaults(resources.worker, definition.name));
    return (await Promise.all(found)).flat();
  };
}

async function free(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > MIN_FREE_BYTES;
}
