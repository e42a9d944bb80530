import { InvalidArgumentError } from 'commander';
import { required, type OperatorCommand } from './command.js';

const MAX_MINUTES = 720;

/** A short-lived access token of our own issuer: for trying things out and for installations without a provider. */
export const tokenCommand: OperatorCommand = {
  name: 'token',
  declare: (program, run) =>
    program
      .command('token')
      .description('print a short-lived access token (Authorization: Bearer …)')
      .requiredOption('--as <login>', 'login of an official; with --identified any name of a resident')
      .option('--identified', 'a resident whose identity the issuer has verified')
      .option('--minutes <number>', `its lifetime, at most ${MAX_MINUTES}`, minutesOf)
      .action((given: { as: string; identified?: boolean; minutes?: number }) => run(given)),
  execute: async ({ directory, tokens }, args, report) => {
    const login = required(args, 'as');
    const identified = args['identified'] === true;
    const { minutes } = args;
    if (!identified && !directory.official(login)) {
      const logins = directory.districts().flatMap((district) => district.officials.map((official) => official.login));
      report.warn(`There is no official "${login}". There are: ${[...new Set(logins)].sort().join(', ') || 'none'}.`);
      return 1;
    }
    const issued = await tokens.issue(login, { identified, ...(typeof minutes === 'number' ? { minutes } : {}) });
    report.print(issued.token);
    return 0;
  },
};

function minutesOf(given: string): number {
  const minutes = Number(given);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES) return minutes;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${MAX_MINUTES}.`);
}
