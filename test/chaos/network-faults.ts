import { setTimeout as sleep } from 'node:timers/promises';
import { drained } from './drained.js';
import { faultProxy, type Fault, type FaultProxy } from './fault-proxy.js';
import { acknowledgedAgain } from './kills.js';
import type { Run, Scenario } from './run.js';

/** Proxies that stand before PostgreSQL and Elasticsearch. Brokers tell clients their own addresses, so none before them. */
export interface Between {
  readonly postgres: FaultProxy;
  readonly search: FaultProxy;
  /** DATABASE_URL and ELASTICSEARCH_URL that lead through them. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function standBetween(servers: Readonly<Record<string, string>>): Promise<Between> {
  const [database, search] = [new URL(servers['DATABASE_URL']!), new URL(servers['ELASTICSEARCH_URL']!)];
  const proxies = { postgres: await faultProxy(Number(database.port)), search: await faultProxy(Number(search.port)) };
  database.port = String(proxies.postgres.port);
  search.port = String(proxies.search.port);
  return {
    ...proxies,
    variables: { DATABASE_URL: database.href, ELASTICSEARCH_URL: search.href.replace(/\/$/, '') },
    close: async () => {
      await proxies.postgres.close();
      await proxies.search.close();
    },
  };
}

const FAULT_MS = 5_000;

/** Each fault for five seconds, then a moment of peace in which all must heal. */
export function networkFaults(between: () => Between): Scenario {
  return async (run) => {
    for (const server of ['postgres', 'search'] as const)
      for (const fault of faults(run)) await suffer(run, between()[server], fault, server);
  };
}

function faults({ random }: Run): readonly Fault[] {
  return [
    { kind: 'delay', ms: Math.round(random.between(50, 400)) },
    { kind: 'cut', bytes: Math.round(random.between(200, 20_000)) },
    { kind: 'black hole' },
    { kind: 'reset' },
  ];
}

async function suffer(run: Run, proxy: FaultProxy, fault: Fault, server: string): Promise<void> {
  run.say(`  ${server}: ${Object.values(fault).join(' ')}`);
  proxy.be(fault);
  await sleep(FAULT_MS);
  proxy.be({ kind: 'none' });
  const begun = Date.now();
  await acknowledgedAgain(run, begun, 'network whole → first acknowledgement');
  await drained(run, begun, 'network whole → drained');
}
