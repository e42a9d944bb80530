import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';

const YEAR = /^20\d{2}$/;

/** What a forged certificate with the name and number of the district's own does not share. */
export const certificateCommand: OperatorCommand = {
  name: 'certificate',
  declare: (program, run) =>
    program
      .command('certificate')
      .description('print the SHA-256 thumbprint of the district’s own certificate, for publishing it')
      .requiredOption('--district <code>', 'whose')
      .option('--year <year>', 'of which year; of the present one')
      .action((options: { district: string; year?: string }) => run(options)),
  execute: async (composition, args, report) => {
    const district = districtOf(composition, required(args, 'district'));
    const year = optional(args, 'year') ?? String(new Date().getUTCFullYear());
    if (!YEAR.test(year)) throw new PlainError('--year is a year: 2026.');
    const { LETTER_KEY, ownKey, thumbprintOf } = await import('@otklik/signatures');
    const { certificate } = ownKey(composition.secrets.forPurpose(LETTER_KEY), district.code, Number(year));
    report.print(`Otklik ${district.code} ${year}: SHA-256 ${await thumbprintOf(certificate)}`);
    return 0;
  },
};
