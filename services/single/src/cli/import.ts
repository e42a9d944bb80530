import { Option } from 'commander';
import { resolve } from 'node:path';
import type { OperatorCommand } from './command.js';

/** Real appeals from a file, through the same command as any other channel. */
export const importCommand: OperatorCommand = {
  name: 'import',
  declare: (program, run) =>
    program
      .command('import <file.jsonl>')
      .description('bring in appeals, one JSON object a line: {id, text, receivedAt?, name?, contact?, place?, …}')
      .requiredOption('--district <code>', 'district of the appeals')
      .addOption(
        new Option(
          '--decide <what>',
          'take every one up as a message and register it; else it waits for a moderator',
        ).choices(['message']),
      )
      .option('--as <login>', 'official on whose behalf they are decided; the operator when absent')
      .addHelpText('after', '\nIdempotent: run again, it resumes where it stopped. A bad line is reported and skipped.')
      .action((file: string, given: { district: string; decide?: string; as?: string }) =>
        run({ file: resolve(file), ...given }),
      ),
  execute: async (...given) => (await import('./import-appeals.js')).importAppeals(...given),
};
