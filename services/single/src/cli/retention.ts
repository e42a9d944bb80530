import type { OperatorCommand } from './command.js';
import { languageFor } from './status.js';

/** The scheduled run ends what is past its term each hour; here it is counted, and ended at once, with the files scrubbed. */
export const retentionCommand: OperatorCommand = {
  name: 'retention',
  declare: (program, run) =>
    program
      .command('retention')
      .description(
        'terms of storage: cases, evidence and drafts of each kind, the oldest, and end what is past its term',
      )
      .option('--district <code>', 'in this district only')
      .option('--dry-run', 'count, and change nothing')
      .option('--language <ru|en>', 'of the lines; by LANG when absent')
      .addHelpText(
        'after',
        '\nTerms: policy.retention and policy.recordRetention of the district’s file. Open cases and those on hold stay.',
      )
      .action(({ district, dryRun, language }: { district?: string; dryRun?: boolean; language?: string }) =>
        run({ district, dryRun: dryRun === true, language: languageFor(language) }),
      ),
  execute: async (...given) => (await import('./end-retention.js')).endRetention(...given),
};
