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

const MAX_AT_ONCE = 4;

/** So many kills of what the seed chooses: one to four processes and servers at the same moment, until all are ready again. */
export function killStorm(kills: number): Scenario {
  return async (run) => {
    for (let done = 0; done < kills;) {
      const targets = chosen(run, Math.min(kills - done, Math.floor(run.random.between(1, MAX_AT_ONCE + 1))));
      // The bounds are of one kill alone: several restarts at once share the processor.
      const measured = targets.length === 1 ? run : { ...run, record: () => undefined };
      await Promise.all(
        targets.map((name) => (name === 'postmaster' ? killPostmaster(measured) : killProcess(measured, name))),
      );
      done += targets.length;
      run.print(`  ${done} of ${kills} kills: ${targets.join(', ')}`);
      await sleep(run.random.between(0, 3_000));
    }
  };
}

function chosen({ random }: Run, count: number): readonly (ProcessName | 'postmaster')[] {
  const left = [...processNames, 'postmaster' as const];
  return Array.from({ length: count }, () => left.splice(left.indexOf(random.oneOf(left)), 1)[0]!);
}
