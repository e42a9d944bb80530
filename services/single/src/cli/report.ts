import { resolve } from 'node:path';
import { required, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';

/** What a district hands in and publishes of its work with appeals, made of what happened. */
export const reportCommand: OperatorCommand = {
  name: 'report',
  declare: (program, run) => {
    const report = program.command('report').description('reports of a district');
    report
      .command('sstu <file>')
      .description('the monthly report to ССТУ.РФ as a zip: checked first, then made of what would be accepted')
      .requiredOption('--district <code>', 'whose')
      .requiredOption('--month <month>', 'which month: 2026-11')
      .option('--check', 'only says what would be refused: no name is opened, and no file is made')
      .addHelpText(
        'after',
        '\nIt holds names, addresses and answers in the clear. That it was made is on record (`trail`).',
      )
      .action((file: string, given: { district: string; month: string; check?: boolean }) =>
        run({ report: 'sstu', file: resolve(file), ...given }),
      );
    report
      .command('review <file>')
      .description('the review of appeals for the site as a text document (ODT), and beside it all its numbers as CSV')
      .requiredOption('--district <code>', 'whose')
      .option('--quarter <quarter>', 'which quarter: 2026-3')
      .option('--year <year>', 'which year: 2026')
      .action((file: string, given: { district: string; quarter?: string; year?: string }) =>
        run({ report: 'review', file: resolve(file), ...given }),
      );
  },
  execute: async (composition, args, report) => {
    const district = districtOf(composition, required(args, 'district'));
    if (args['report'] === 'review') {
      const { reportReview } = await import('./report-review.js');
      return reportReview(composition, district, args, report);
    }
    const { reportSstu } = await import('./report-sstu.js');
    return reportSstu(composition, district, args, report);
  },
};
