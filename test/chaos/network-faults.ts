import { setTimeout as sleep } from 'node:timers/promises';
import type { Proxied } from './between.js';
import { drained } from './drained.js';
import type { Fault } from './fault-proxy.js';
import { acknowledgedAgain } from './kills.js';
import type { Run, Scenario } from './run.js';

const FAULT_MS = 5_000;

/** Each fault for five seconds, then a moment of peace in which all must heal. */
export function networkFaults(server: Proxied): Scenario {
  return async (run) => {
    for (const fault of faults(run)) await suffer(run, fault, server);
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

async function suffer(run: Run, fault: Fault, server: Proxied): Promise<void> {
  run.say(`  ${server}: ${Object.values(fault).join(' ')}`);
  run.cluster.between.be(server, fault);
  await sleep(FAULT_MS);
  run.cluster.between.be(server, { kind: 'none' });
  const begun = Date.now();
  await acknowledgedAgain(run, begun, 'network whole → first acknowledgement');
  await drained(run, begun, 'network whole → drained');
}
