import type { Pool } from 'pg';
import { consumersOf, type BacklogOptions } from './backlog.js';

/**
 * How many processes of each service are there: members of its consumers' groups. A killed one is counted for its session
 * timeout, 8 s; a service that has never consumed anything is left out.
 */
export async function replicas({
  kafka,
  namespace = '',
  workers,
}: Omit<BacklogOptions, 'sources'>): Promise<Readonly<Record<string, number>>> {
  const groupsOf = async (service: string, worker: Pool): Promise<readonly string[]> =>
    (await consumersOf(service, worker)).map(({ consumer }) => `${namespace}${consumer}`);
  const groups = await Promise.all(
    [...workers].map(async ([service, worker]) => [service, await groupsOf(service, worker)] as const),
  );
  const members = await kafka.members([...new Set(groups.flatMap(([, names]) => names))]);
  const counted = groups
    .filter(([, names]) => names.length > 0)
    .map(([service, names]) => [service, Math.max(...names.map((name) => members.get(name) ?? 0))] as const);
  return Object.fromEntries(counted);
}
