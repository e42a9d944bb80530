import { HeldAfterRestore } from '@otklik/notifications/module';
import { caughtUp } from '../cli/caught-up.js';
import type { Report } from '../cli/command.js';
import { replayLedger } from '../cli/replay-ledger.js';
import { heldLine } from '../cli/letters.js';
import { composeAlone } from '../compose.js';
import { anchorRestored } from '../anchors/anchor-heads.js';
import type { Composition } from '../composition.js';
import type { RestoreOptions } from './restore-set.js';

/** Maximum number of hops of a fact between services until it opens a notice. */
const LONGEST_CHAIN = 4;

/**
 * On recovered data, before anybody uses it: persons who were erased after its moment are erased again in every read model, and
 * nothing leaves it that may have left already.
 */
export async function finishRestore(
  { folder, url, erasures }: Parameters<RestoreOptions['finish']>[0],
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const steps: (() => unknown)[] = [];
  const teardown = (step: () => unknown): void => void steps.push(step);
  try {
    const data = { dataDir: folder, databaseUrl: url, embedded: true };
    const composition = await composeAlone({ ...data, quiet: true, teardown });
    // Blocks that the restore takes back may have anchors.
    await anchorRestored(composition, new Date().toISOString());
    await replayLedger(composition, erasures, report, signal);
    report.print(heldLine(await holdAll(composition, report, signal)));
  } finally {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) await step();
  }
}

/** Also what follows from events that were recorded and not consumed yet. */
async function holdAll(composition: Composition, report: Report, signal: AbortSignal): Promise<number> {
  const letters = composition.get(HeldAfterRestore);
  for (let left = LONGEST_CHAIN; left > 0; left -= 1) await caughtUp(composition, report, signal);
  signal.throwIfAborted();
  return letters.hold();
}
