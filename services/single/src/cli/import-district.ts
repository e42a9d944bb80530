import type { Erasure } from '@otklik/vault';
import { resolve } from 'node:path';
import type { Composition } from '../composition.js';
import type { ImportedDistrict } from '../district-export/index.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { caughtUp } from './caught-up.js';
import { optional, required, type OperatorCommand, type Report } from './command.js';
import { readLedger } from './erasures.js';
import { fileText } from './file-lines.js';
import { askPassphrase } from './passphrase.js';

/** A district that left another installation, with its past. */
export const importDistrictCommand: OperatorCommand = {
  name: 'import-district',
  declare: (program, run) =>
    program
      .command('import-district <folder>')
      .description('bring in a district that was exported elsewhere: all of it, or nothing')
      .option('--erasures <file.jsonl>', 'ledger of the installation it left (erasures list): who was erased since')
      .option('--same-logins', 'officials with a login that is known here are the same persons')
      .action(async (folder: string, { erasures, sameLogins }: { erasures?: string; sameLogins?: boolean }) =>
        run({
          folder: resolve(folder),
          sameLogins: sameLogins ?? false,
          ...(erasures !== undefined && { erasures: resolve(erasures) }),
          passphrase: await askPassphrase(),
        }),
      ),
  execute: async (composition, args, report, signal) => {
    const file = optional(args, 'erasures');
    const { importDistrict } = await import('../district-export/index.js');
    const options = {
      folder: required(args, 'folder'),
      passphrase: required(args, 'passphrase'),
      erasures: file === undefined ? [] : readLedger(await fileText(file)),
      areLoginsSame: args['sameLogins'] === true,
    };
    const imported = await importDistrict(composition, options, report, signal).catch((error: unknown) => {
      if (signal.aborted) throw new PlainError('Interrupted. Nothing was changed.');
      throw error;
    });
    await composition.directory.refresh();
    return finish(composition, imported, report, signal);
  },
};

/** The district is in: what is derived from its events follows. */
async function finish(
  composition: Composition,
  { manifest, held, erasedSince }: ImportedDistrict,
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  const { code } = manifest.district;
  report.print(`${code} is here, as it was at ${manifest.takenAt}. Invite its officials: official invite <login>.`);
  if (held > 0) report.print(`${held} letter(s) had not left and wait for you: npm run otklik -- letters list`);
  if (!(await caughtUp(composition, report, signal))) {
    report.warn('The register is still being filled. Run verify later.');
    return 1;
  }
  if (erasedSince.length > 0) {
    await eraseEverywhere(composition, erasedSince, report, signal);
    return 0;
  }
  return compare(composition, manifest, report);
}

async function compare(
  { ownerUrl }: Composition,
  { district, register }: ImportedDistrict['manifest'],
  report: Report,
): Promise<number> {
  const { ownerTransaction, registerDigest } = await import('../district-export/index.js');
  const here = await ownerTransaction(ownerUrl, 'READ', (tx) => registerDigest(tx, district.id));
  if (register === null) report.warn('The register lagged when the export was taken: it cannot be compared.');
  else if (register !== here) {
    report.warn('The register differs from that of the export: npm run otklik -- verify');
    return 1;
  } else report.print('Its register equals that of the export.');
  return 0;
}

/** Their keys are destroyed already: what the events hold in the clear is removed, too. */
async function eraseEverywhere(
  composition: Composition,
  erasures: readonly Erasure[],
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const { intakeOf } = await import('./operations.js');
  const intake = intakeOf(composition);
  const actor = { kind: 'system', id: 'operator' } as const;
  const appeals: string[] = [];
  for (const { district, person, ground } of erasures)
    for (const { appeal } of await intake.erase({ district, subject: person, actor, ground })) {
      report.print(`${appeal}: erased again.`);
      appeals.push(appeal);
    }
  const { cleanUp } = await import('./clean-up.js');
  await cleanUp(composition, appeals, report, signal);
}
