import { required, type OperatorCommand } from './command.js';

/** A short-lived access token of our own issuer: for trying things out and for installations without a provider. */
export const tokenCommand: OperatorCommand = {
  name: 'token',
  declare: (program, run) =>
    program
      .command('token')
      .description('print a short-lived access token (Authorization: Bearer …)')
      .requiredOption('--as <login>', 'login of an official; with --identified any name of a resident')
      .option('--identified', 'a resident whose identity the issuer has verified')
      .option('--minutes <number>', 'its lifetime')
      .action((options: { as: string; identified?: boolean; minutes?: string }) =>
        run({ as: options.as, identified: options.identified ?? false, minutes: Number(options.minutes ?? 0) }),
      ),
  execute: async ({ directory, tokens }, args, report) => {
    const login = required(args, 'as');
    const identified = args['identified'] === true;
    const minutes = Number(args['minutes']) || undefined;
    if (!identified && !directory.official(login)) {
      const logins = directory.districts().flatMap((district) => district.officials.map((official) => official.login));
      report.warn(`There is no official "${login}". There are: ${[...new Set(logins)].sort().join(', ') || 'none'}.`);
      return 1;
    }
    const issued = await tokens.issue(login, { identified, ...(minutes === undefined ? {} : { minutes }) });
    report.print(issued.token);
    return 0;
  },
};
