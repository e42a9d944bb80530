import { setTimeout as sleep } from 'node:timers/promises';
import { processNames, type ProcessName } from './cluster.js';
import { drained } from './drained.js';
import { acknowledgedAgain } from './kills.js';
import type { Run, Scenario } from './run.js';

const HOUR_MS = 3_600_000;
const SHIFT_DURATION_MS = 5_000;

/**
 * The clock of one process is an hour off, then corrected; at last all clocks jump together, as on a machine whose clock
 * is set. While clocks disagree the services may refuse the gateway's tokens; once they agree requests succeed at once.
 */
export const clockJump: Scenario = async (run) => {
  for (const name of ['intake', 'routing', 'search', 'gateway'] as const) {
    for (const shift of run.random.next() < 0.5 ? [HOUR_MS, -HOUR_MS] : [-HOUR_MS, HOUR_MS]) {
      run.print(`  ${name}: ${shift / HOUR_MS} h`);
      jump(run, [name], shift);
      await sleep(SHIFT_DURATION_MS);
      await assertNoNegativeMetrics(run);
      jump(run, [name], 0);
      await assertRecovery(run);
    }
  }
  for (const shift of [HOUR_MS, 0, -HOUR_MS, 0]) {
    run.print(`  all: ${shift / HOUR_MS} h`);
    jump(run, processNames, shift);
    await assertRecovery(run);
    await assertNoNegativeMetrics(run);
  }
};

function jump({ cluster }: Run, names: readonly ProcessName[], shift: number): void {
  for (const name of names) cluster.shiftClock(name, shift);
}

async function assertRecovery(run: Run): Promise<void> {
  const begun = Date.now();
  await acknowledgedAgain(run, begun, 'clocks agree → first acknowledgement');
  await drained(run, begun, 'clocks agree → drained');
}

/** No process reports a negative duration or lag. */
async function assertNoNegativeMetrics({ cluster }: Run): Promise<void> {
  for (const name of processNames) {
    const response = await fetch(`http://127.0.0.1:${cluster.environmentOf(name)['PORT']}/metrics`);
    const negative = (await response.text()).split('\n').filter((line) => /^otklik_.* -/.test(line));
    if (!response.ok || negative.length > 0) throw new Error(`${name} measured ${response.status} ${negative.join()}`);
  }
}
