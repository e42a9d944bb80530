import { resolve } from 'node:path';
import { required, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';

/** What a district hands in each month, made of what happened. */
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
  },
  execute: async (composition, args, report) => {
    const district = districtOf(composition, required(args, 'district'));
    const { reportSstu } = await import('./report-sstu.js');
    return reportSstu(composition, district, args, report);
  },
};
