import { readErasures, replayErasures, type Erasure } from '@otklik/vault';
import type { Composition } from '../composition.js';
import { cleanUp } from './clean-up.js';
import type { Report } from './command.js';
import { intakeOf } from './operations.js';

/** The ledger as lines of JSON. */
export async function printLedger({ ownerUrl }: Composition, report: Report): Promise<void> {
  for (const erasure of await readErasures(ownerUrl)) report.print(JSON.stringify(erasure));
}

/** Erases again everybody whom the restored ledger or this one names, everywhere. */
export async function replayLedger(
  composition: Composition,
  ledger: readonly Erasure[],
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  const { ownerUrl } = composition;
  const back = await replayErasures(ownerUrl, ledger);
  report.print(`${back} key(s) had come back and are destroyed.`);
  const erased = await readErasures(ownerUrl);
  if (erased.length === 0) {
    report.print('No person was ever erased: there is nothing to purge.');
    return 0;
  }
  const intake = intakeOf(composition);
  const actor = { kind: 'system', id: 'operator' } as const;
  const appeals: string[] = [];
  // Destroying the key does not purge search's clear text: each appeal needs its erasure event again.
  for (const { district, person, ground } of erased)
    for (const { appeal, now } of await intake.erase({ district, subject: person, actor, ground })) {
      if (now) report.print(`${appeal}: erased again.`);
      appeals.push(appeal);
    }
  await cleanUp(composition, appeals, report, signal);
  return 0;
}
