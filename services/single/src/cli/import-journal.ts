import { resolve } from 'node:path';
import type { OperatorCommand } from './command.js';

interface Given {
  readonly district: string;
  readonly dryRun?: boolean;
  readonly sheet?: readonly string[];
  readonly columns?: string;
  readonly takeBack?: string;
  readonly reserve?: boolean;
}

/** The journal that a district kept in a spreadsheet before it had Otklik. */
export const importJournalCommand: OperatorCommand = {
  name: 'import-journal',
  declare: (program, run) =>
    program
      .command('import-journal [file]')
      .description('take in the old journal of a district: XLSX or CSV, with its numbers and dates')
      .requiredOption('--district <code>', 'district of the journal')
      .option('--dry-run', 'columns, faults by row and column, numbers; nothing is stored')
      .option('--sheet <name...>', 'only these sheets')
      .option('--columns <list>', 'what columns have, where it is not recognised: A=NUMBER,C=NONE,D=TEXT')
      .option('--reserve', 'the last number of the present year was looked at: registrations go on after it')
      .option('--take-back <import>', 'take an import back as a whole, while nothing was done with its appeals')
      .addHelpText(
        'after',
        '\nWithout a file the imports are listed. Idempotent: run again, it adds the rows that are new, and resumes where it stopped.',
      )
      .action((file: string | undefined, { dryRun, takeBack, ...given }: Given) =>
        run({
          ...(file !== undefined && { file: resolve(file) }),
          ...given,
          'dry-run': dryRun ?? false,
          ...(takeBack !== undefined && { 'take-back': takeBack }),
        }),
      ),
  execute: async (...given) => (await import('./take-in-journal.js')).takeInJournal(...given),
};
