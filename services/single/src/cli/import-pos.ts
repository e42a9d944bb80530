import { resolve } from 'node:path';
import type { OperatorCommand } from './command.js';

interface Given {
  readonly district: string;
  readonly dryRun?: boolean;
  readonly sheet?: readonly string[];
  readonly columns?: string;
}

/** Messages of the platform «ПОС» («Решаем вместе»), by a list out of its cabinet. */
export const importPosCommand: OperatorCommand = {
  name: 'import-pos',
  declare: (program, run) =>
    program
      .command('import-pos <file>')
      .description('take in messages of the platform «ПОС»: XLSX or CSV, with their numbers and terms there')
      .requiredOption('--district <code>', 'district of the messages')
      .option('--dry-run', 'columns, faults by row and column; nothing is stored')
      .option('--sheet <name...>', 'only these sheets')
      .option('--columns <list>', 'what columns have, where it is not recognised: A=NUMBER,C=NONE,D=TEXT')
      .addHelpText(
        'after',
        '\nIdempotent by the number of the platform: the next list adds the messages that are new. Rows whose state there is an end are left.',
      )
      .action((file: string, { dryRun, ...given }: Given) =>
        run({ file: resolve(file), ...given, 'dry-run': dryRun ?? false }),
      ),
  execute: async (...given) => (await import('./take-in-pos.js')).takeInPos(...given),
};
