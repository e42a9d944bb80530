import { rewrapDistrictKeys } from '@otklik/vault';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { forgetSlots } from '../backup/archive.js';
import type { Composition } from '../composition.js';
import { newKek, storedKek, storeKek } from '../secrets.js';
import type { OperatorCommand, Report } from './command.js';

/**
 * Rotation of the key encryption key. The keys that processes use are read at their start, so a new key is made known to
 * them first, by a restart; only then is anything wrapped by it. Each step may be interrupted and repeated.
 */
export const keysCommand: OperatorCommand = {
  name: 'keys',
  declare: (program, run) =>
    program
      .command('keys')
      .description('the key that wraps the districts’ keys')
      .command('rotate')
      .description('replace it: makes a new one, and after a restart wraps every district’s key by it')
      .action(() => run({ act: 'rotate' })),
  execute: async (composition, _args, report, signal) => {
    const { dataDir, secrets } = composition;
    const inUse = secrets.environment['OTKLIK_KEK']!.split(',');
    const stored = (await storedKek(dataDir)).split(',');
    if (!stored.includes(inUse[0]!)) return rotateConfigured(composition, inUse, report, signal);
    if (stored[0] !== inUse[0])
      throw new PlainError('Otklik does not use the new key yet: restart it, then run this again.');
    if (inUse.length === 1) {
      await storeKek(dataDir, [newKek(), ...stored].join(','));
      report.print(
        'A new key is in secrets.json, beside the old one: back the file up, restart Otklik, then run this again.',
      );
      return 0;
    }
    await demandBackedUp(composition);
    if (!(await rewrap(composition, report, signal))) return 1;
    await storeKek(dataDir, inUse[0]!);
    report.print(
      'The old key is removed from secrets.json. Backups from before need the copy of the file from before.',
    );
    return 0;
  },
};

/** Keys wrapped by the new key are written to PostgreSQL's log, which may not be backed up without that key. */
async function demandBackedUp({ archive, embedded, ownerUrl }: Composition): Promise<void> {
  if (archive?.isRunning) {
    if (archive.holdsSecrets) return;
    throw new PlainError('the backup that holds the new key is not whole yet: run this again in a minute.');
  }
  // Then the next start that makes backups begins a new set.
  if (embedded) await forgetSlots(ownerUrl);
}

/** The keys are OTKLIK_KEK's, which only the operator can change. */
async function rotateConfigured(
  composition: Composition,
  inUse: readonly string[],
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  if (inUse.length === 1)
    throw new PlainError(
      'OTKLIK_KEK holds one key: put a new one, <id>:<32 bytes in base64>, and a comma before it, for every process; ' +
        'restart them all, then run this again.',
    );
  if (!(await rewrap(composition, report, signal))) return 1;
  report.print('The keys behind the first may be removed from OTKLIK_KEK. Backups from before need them.');
  return 0;
}

/** Answers whether all of it is done. */
async function rewrap({ ownerUrl, secrets }: Composition, report: Report, signal: AbortSignal): Promise<boolean> {
  const progress = (done: number, total: number): void => report.progress(done, total, 'district keys');
  const count = await rewrapDistrictKeys(ownerUrl, secrets.kek, { progress, signal });
  if (signal.aborted) {
    report.warn('Interrupted. Run it again: it resumes where it stopped.');
    return false;
  }
  report.print(`${count} district key(s) were rewrapped; all are wrapped by the key ${secrets.kek.current}.`);
  return true;
}
