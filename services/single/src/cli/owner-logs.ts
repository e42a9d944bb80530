import { topics } from '@otklik/contracts/envelope';
import { publishedLog } from '@otklik/messaging';
import type { OwnerLog } from '@otklik/read-models';
import type { Composition } from '../composition.js';

/** The logs of the services that own one, up to what is committed now. */
export async function ownerLogs({ services }: Composition): Promise<readonly OwnerLog[]> {
  const logs: OwnerLog[] = [];
  for (const { definition, resources } of services.values()) {
    const { name, publish } = definition;
    const topic = topics.find((one) => one === `${name}.events`);
    if (!topic || !publish) continue;
    const { log, worker } = resources;
    const upTo = await log.newest();
    logs.push({ topic, upTo, pages: () => publishedLog({ log, worker, publish }, upTo) });
  }
  return logs;
}
