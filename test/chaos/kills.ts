import { setTimeout as sleep } from 'node:timers/promises';
import { processNames, type ProcessName } from './cluster.js';
import type { Run, Scenario } from './run.js';

/** Kills a process and waits until the supervisor has it ready again. */
export async function killProcess(run: Run, name: ProcessName): Promise<void> {
  const { cluster } = run;
  const before = cluster.restarts(name);
  const begun = Date.now();
  if (!cluster.signal(name, 'SIGKILL')) throw new Error(`${name} does not run.`);
  run.killed();
  await cluster.untilRestarted(name, before);
  run.record('service killed → ready', Date.now() - begun);
}

/** Kills the whole database server and starts it again, as its supervisor would. */
export async function killPostmaster(run: Run): Promise<void> {
  const { cluster } = run;
  const server = cluster.stack.server('postgres');
  const begun = Date.now();
  server.signal('SIGKILL');
  run.killed();
  // `start` would take a server that is still dying for a running one.
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
  run.record(measure, first - begun);
}

const KILLS_PER_LINE = 50;

/** So many kills, one after the other, of processes that the seed chooses. */
export function killStorm(kills: number): Scenario {
  return async (run) => {
    for (let number = 0; number < kills; number += 1) {
      const target = run.random.oneOf([...processNames, 'postmaster'] as const);
      if (target === 'postmaster') await killPostmaster(run);
      else await killProcess(run, target);
      if (number % KILLS_PER_LINE === KILLS_PER_LINE - 1) run.print(`  ${number + 1} of ${kills} kills`);
      await sleep(run.random.between(0, 3_000));
    }
  };
}
