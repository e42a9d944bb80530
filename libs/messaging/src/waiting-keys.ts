import type { Pool } from 'pg';

/** Of all consumers of a service that poll at the same moment. */
const MAX_AGE_MS = 1_000;

interface Asked {
  readonly at: number;
  readonly answer: Promise<ReadonlySet<string>>;
}

/** By pool and service. */
const asked = new WeakMap<Pool, Map<string, Asked>>();

/** The consumers of the service that have waiting keys: one statement for all consumers that ask within a second. */
export function consumersWithWaitingKeys(worker: Pool, service: string): Promise<ReadonlySet<string>> {
  const ofPool = asked.get(worker) ?? new Map<string, Asked>();
  asked.set(worker, ofPool);
  const before = ofPool.get(service);
  if (before && performance.now() - before.at < MAX_AGE_MS) return before.answer;
  const answer = ask(worker, service);
  ofPool.set(service, { at: performance.now(), answer });
  // A failure is each asker's own; the next one asks again.
  answer.catch(() => ofPool.delete(service));
  return answer;
}

async function ask(worker: Pool, service: string): Promise<ReadonlySet<string>> {
  const { rows } = await worker.query<{ consumer: string }>({
    name: `waiting_keys_${service}`,
    text: `select distinct consumer from ${service}.blocked_key where state = 'WAITING'`,
  });
  return new Set(rows.map(({ consumer }) => consumer));
}
