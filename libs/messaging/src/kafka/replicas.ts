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
  const consumers = await Promise.all([...workers].map(([service, worker]) => consumersOf(service, worker)));
  const groupsOf = (at: number): readonly string[] => consumers[at]!.map(({ consumer }) => `${namespace}${consumer}`);
  const members = await kafka.members([...new Set(consumers.flatMap((_, at) => groupsOf(at)))]);
  const counted = [...workers.keys()].flatMap((service, at): [string, number][] => {
    const groups = groupsOf(at);
    return groups.length === 0 ? [] : [[service, Math.max(...groups.map((group) => members.get(group) ?? 0))]];
  });
  return Object.fromEntries(counted);
}
