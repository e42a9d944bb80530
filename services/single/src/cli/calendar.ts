import {
  addYearTransfers,
  calendarYears,
  isTransfersFault,
  transferredDays,
  type TransfersFault,
} from '@otklik/tenancy/loader';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type Arguments, type OperatorCommand } from './command.js';

/** The calendar years of the installation: a decree that moves days off is added once it is known. */
export const calendarCommand: OperatorCommand = {
  name: 'calendar',
  declare: (program, run) => {
    const calendar = program.command('calendar').description('the calendar years by which terms are counted');
    calendar
      .command('list')
      .description('years with their decree, and those whose days off no decree has moved yet')
      .action(() => run({ act: 'list' }));
    calendar
      .command('transfers <year>')
      .description('add the days off that a decree moved, in every district; terms that are set stay as they are')
      .requiredOption('--decree <text>', 'the act with its date and number')
      .option('--off <dates>', 'days off, 2027-01-11,2027-12-31')
      .option('--working <dates>', 'days at work that would be days off')
      .option('--shortened <dates>', 'days that are an hour shorter')
      .action((year: string, given: { decree: string; off?: string; working?: string; shortened?: string }) =>
        run({ act: 'transfers', year, ...given }),
      );
  },
  execute: async ({ directory, ownerUrl }, args, report) => {
    if (args['act'] === 'transfers') {
      const transfers = { year: yearOf(args), decree: decreeOf(args), ...listsOf(args) };
      const known = (await calendarYears(ownerUrl)).find(({ year }) => year === transfers.year);
      if (!known)
        throw new PlainError(
          `There is no calendar of ${transfers.year}. Put deploy/calendars/${transfers.year}.yaml there and start again.`,
        );
      const days = transferredDays(transfers, known);
      if (isTransfersFault(days)) throw new PlainError(faultWords(days, transfers.year));
      const changed = await addYearTransfers(ownerUrl, transfers, days);
      await directory.refresh();
      const { year } = transfers;
      report.print(
        changed ? `${year} has the transfers. Terms that are set stay.` : `${year} had these transfers already.`,
      );
      return 0;
    }
    for (const { year, decree, transfers } of await calendarYears(ownerUrl))
      report.print(`${year}  ${transfers === false ? 'without transfers yet' : 'with transfers'}  ${decree}`);
    return 0;
  },
};

function yearOf(args: Arguments): number {
  const year = required(args, 'year');
  if (!/^20\d{2}$/.test(year)) throw new PlainError(`"${year}" is not a year: 2027.`);
  return Number(year);
}

function decreeOf(args: Arguments): string {
  const decree = required(args, 'decree').trim();
  if (decree.length < 10) throw new PlainError('--decree names the act with its date and number.');
  return decree;
}

function listsOf(args: Arguments) {
  const list = (name: string): readonly string[] =>
    (optional(args, name) ?? '')
      .split(',')
      .map((date) => date.trim())
      .filter((date) => date !== '');
  return { off: list('off'), working: list('working'), shortened: list('shortened') };
}

function faultWords({ code, field, date = '' }: TransfersFault, year: number): string {
  switch (code) {
    case 'DATES_MISSING':
      return 'Name the days: --off, --working or --shortened.';
    case 'DATE_INVALID':
      return `--${field}: "${date}" is not a date, ${year}-01-11.`;
    case 'DATE_OF_ANOTHER_YEAR':
      return `--${field}: ${date} is not of ${year}.`;
    case 'DATE_CHANGES_NOTHING':
      return `--${field}: ${date} is so already.`;
    case 'DATE_TWICE':
      return `--${field}: ${date} is listed twice.`;
  }
}
