import type { Erasure } from '@otklik/vault';
import { isUuid } from '@otklik/kernel';
import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, type OperatorCommand } from './command.js';
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
    const { printLedger, replayLedger } = await import('./replay-ledger.js');
    if (args['act'] === 'replay') {
      const file = optional(args, 'file');
      const ledger = file === undefined ? [] : readLedger(await fileText(file));
      return replayLedger(composition, ledger, report, signal);
    }
    await printLedger(composition, report);
    return 0;
  },
};

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
