import { readErasures, replayErasures, type Erasure } from '@otklik/vault';
import { isUuid } from '@otklik/kernel';
import { resolve } from 'node:path';
import type { Composition } from '../composition.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { cleanUp } from './clean-up.js';
import { optional, type OperatorCommand, type Report } from './command.js';
import { fileText } from './file-lines.js';

/** The ledger of erased persons: after the restore of a backup from before an erasure, the ledger repeats the erasure. */
export const erasuresCommand: OperatorCommand = {
  name: 'erasures',
  declare: (program, run) => {
    const erasures = program.command('erasures').description('the ledger of erased persons: ids and grounds, no names');
    erasures
      .command('list')
      .description('the ledger as lines of JSON: keep it beside each backup, apart from it')
      .action(() => run({ act: 'list' }));
    erasures
      .command('replay [file.jsonl]')
      .description('after any restore: erase again every person of the restored ledger and of the file')
      .addHelpText('after', '\nRun it before users have access again. Repeatable.')
      .action((file?: string) => run({ act: 'replay', file: file && resolve(file) }));
  },
  execute: async (composition, args, report, signal) => {
    if (args['act'] === 'replay') {
      const file = optional(args, 'file');
      const ledger = file === undefined ? [] : readLedger(await fileText(file));
      return replayLedger(composition, ledger, report, signal);
    }
    for (const erasure of await readErasures(composition.ownerUrl)) report.print(JSON.stringify(erasure));
    return 0;
  },
};

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
    report.print('Nobody was ever erased: there is nothing to purge.');
    return 0;
  }
  const { intakeOf } = await import('./operations.js');
  const intake = intakeOf(composition);
  const actor = { kind: 'system', id: 'operator' } as const;
  const appeals: string[] = [];
  // Destroying the key does not purge search's clear text: each appeal needs its erasure event again.
  for (const { district, person, ground } of erased)
    for (const { appeal, now } of await intake.erase(district, person, actor, ground)) {
      if (now) report.print(`${appeal}: erased again.`);
      appeals.push(appeal);
    }
  await cleanUp(composition, appeals, report, signal);
  return 0;
}

/** Of `erasures list`. Throws a PlainError that names the line. */
export function readLedger(text: string): readonly Erasure[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const erasure = erasureOf(line);
    if (!erasure) throw new PlainError(`Line ${at + 1} of the ledger is no erasure; nothing was changed.`);
    return [erasure];
  });
}

function erasureOf(line: string): Erasure | undefined {
  try {
    const { district, person, ground, erasedAt } = JSON.parse(line) as Required<Erasure>;
    const whole =
      Number.isInteger(district) && isUuid(person) && typeof ground === 'string' && Date.parse(erasedAt) > 0;
    return whole ? { district, person, ground, erasedAt } : undefined;
  } catch {
    return undefined;
  }
}
