import { setTimeout as sleep } from 'node:timers/promises';
import type { ProxiedServer } from './server-proxies.js';
import { drained } from './drained.js';
import type { Fault } from './fault-proxy.js';
import { acknowledgedAgain } from './kills.js';
import type { Run, Scenario } from './run.js';

const FAULT_DURATION_MS = 5_000;

/** Injects each fault for five seconds, then waits for recovery. */
export function networkFaults(server: ProxiedServer): Scenario {
  return async (run) => {
    for (const fault of faultsOf(run)) await applyFault(run, fault, server);
  };
}

function faultsOf({ random }: Run): readonly Fault[] {
  return [
    { kind: 'delay', ms: Math.round(random.between(50, 400)) },
    { kind: 'cut', bytes: Math.round(random.between(200, 20_000)) },
    { kind: 'black hole' },
    { kind: 'reset' },
  ];
}

async function applyFault(run: Run, fault: Fault, server: ProxiedServer): Promise<void> {
  run.print(`  ${server}: ${Object.values(fault).join(' ')}`);
  run.cluster.proxies.inject(server, fault);
  await sleep(FAULT_DURATION_MS);
  run.cluster.proxies.inject(server, { kind: 'none' });
  const begun = Date.now();
  await acknowledgedAgain(run, begun, 'network whole → first acknowledgement');
  await drained(run, begun, 'network whole → drained');
}
