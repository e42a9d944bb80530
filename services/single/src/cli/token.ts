import { InvalidArgumentError } from 'commander';
import type { OperatorCommand } from './command.js';

const MAX_MINUTES = 720;

/** A short-lived access token of our own issuer: for trying things out and for installations without a provider. */
export const tokenCommand: OperatorCommand = {
  name: 'token',
  declare: (program, run) =>
    program
      .command('token')
      .description('print a short-lived access token (Authorization: Bearer …)')
      .requiredOption('--as <logins...>', 'logins of officials, a line each; with --identified any names of residents')
      .option('--identified', 'a resident whose identity the issuer has verified')
      .option('--minutes <number>', `its lifetime, at most ${MAX_MINUTES}`, minutesOf)
      .action((given: { as: readonly string[]; identified?: boolean; minutes?: number }) => run(given)),
  execute: async ({ directory, tokens }, args, report) => {
    const asked = loginsOf(args['as']);
    const identified = args['identified'] === true;
    const { minutes } = args;
    const unknown = identified ? undefined : asked.find((login) => !directory.official(login));
    if (unknown !== undefined) {
      const logins = directory.districts().flatMap((district) => district.officials.map((official) => official.login));
      report.warn(`There is no official "${unknown}". There are: ${[...new Set(logins)].sort().join(', ') || 'none'}.`);
      return 1;
    }
    const options = { identified, ...(typeof minutes === 'number' && { minutes }) };
    for (const login of asked) report.print((await tokens.issue(login, options)).token);
    return 0;
  },
};

function loginsOf(given: unknown): readonly string[] {
  if (Array.isArray(given)) return given as readonly string[];
  throw new TypeError('The argument as is missing.');
}

function minutesOf(given: string): number {
  const minutes = Number(given);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES) return minutes;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${MAX_MINUTES}.`);
}
