import { setTimeout as sleep } from 'node:timers/promises';
import { processNames, type ProcessName } from './cluster.js';
import type { Run, Scenario } from './run.js';

/** Ends a process at a random point and waits until it serves again. */
export async function killProcess(run: Run, name: ProcessName): Promise<void> {
  const { cluster } = run;
  const before = cluster.readyAgain(name);
  const begun = Date.now();
  if (!cluster.signal(name, 'SIGKILL')) throw new Error(`${name} was not there.`);
  run.killed();
  await cluster.readyAfter(name, before);
  run.measured('service killed → ready', Date.now() - begun);
}

/** The whole server without a word; whoever looks after it starts it again. */
export async function killPostmaster(run: Run): Promise<void> {
  const { cluster } = run;
  const server = cluster.stack.server('postgres');
  const begun = Date.now();
  server.signal('SIGKILL');
  run.killed();
  // One that is only dying would be taken for one that runs.
  while (server.pid() !== undefined) await sleep(10);
  await server.start();
  await acknowledgedAgain(run, begun, 'postmaster killed → first acknowledgement');
}

/** Waits for the first acknowledgement of a submission that was sent after this moment. */
export async function acknowledgedAgain(run: Run, begun: number, measure: string): Promise<void> {
  const end = Date.now() + 60_000;
  let first: number | undefined;
  while ((first = run.journal.firstAcknowledgedAfter(begun)) === undefined) {
    if (Date.now() > end) throw new Error(`nothing was acknowledged for a minute (${measure})`);
    await sleep(20);
  }
  run.measured(measure, first - begun);
}

/** So many kills, one after the other, of whatever the seed says. */
export function killStorm(kills: number): Scenario {
  return async (run) => {
    for (let number = 0; number < kills; number += 1) {
      const target = run.random.oneOf([...processNames, 'postmaster'] as const);
      if (target === 'postmaster') await killPostmaster(run);
      else await killProcess(run, target);
      await sleep(run.random.between(0, 3_000));
    }
  };
}
