import { InvalidArgumentError } from 'commander';
import { figures, sizeOf, type Demand, type Size } from '../sizing/size.js';
import type { Arguments, LocalCommand } from './command.js';

const USUAL = { years: 5, rush: 50 };

/** What an installation needs, by arithmetic: nothing is started. */
export const sizeCommand: LocalCommand = {
  name: 'size',
  declare: (program, run) =>
    program
      .command('size')
      .description('what an installation needs for so many appeals: processes, partitions, shards, disks')
      .requiredOption('--districts <number>', 'how many districts', positive)
      .requiredOption('--appeals-per-day <number>', 'of all districts together, mean of the year', positive)
      .option('--years <number>', 'how long cases are kept', positive, USUAL.years)
      .option('--rush <number>', 'the busiest hour is so many times the mean of office hours', positive, USUAL.rush)
      .action((given: { districts: number; appealsPerDay: number; years: number; rush: number }) => run(given)),
  executeAlone: async (_, args, report) => {
    const demand = demandOf(args);
    for (const line of lines(sizeOf(demand), demand)) report.print(line);
    return 0;
  },
};

function demandOf(args: Arguments): Demand {
  const number = (name: string): number => Number(args[name]);
  return {
    districts: number('districts'),
    appealsADay: number('appealsPerDay'),
    years: number('years'),
    rush: number('rush'),
  };
}

function positive(given: string): number {
  const parsed = Number(given);
  if (Number.isFinite(parsed) && parsed > 0) return parsed;
  throw new InvalidArgumentError('It is a number above 0.');
}

const rounded = (given: number): string =>
  given >= 10 ? Math.round(given).toLocaleString('en') : String(Math.round(given * 100) / 100);

function lines(size: Size, { years, rush }: Demand): readonly string[] {
  const { installations, disks } = size;
  const rows: readonly (readonly [string, string])[] = [
    ['installations', String(installations)],
    ['districts of each', String(size.districts)],
    ['appeals a year of each', rounded(size.appealsAYear)],
    ['events a second, office hours', rounded(size.eventsASecond)],
    [`the same in a rush (× ${rush})`, rounded(size.rushEventsASecond)],
    ['profile', size.profile === 'cluster' ? 'cluster' : `npm ${size.profile}`],
    ['replicas of each service', String(size.replicas)],
    ['partitions of a topic', size.partitions === 0 ? '–' : String(size.partitions)],
    ['cores for our processes', String(size.nodeCores)],
    ['cores for PostgreSQL', String(size.postgresCores)],
    ['connections to PostgreSQL', String(size.connections)],
    ['shards of the index', size.shards === 0 ? '–' : String(size.shards)],
    ...Object.entries(disks).map(([name, gb]) => [`GB of ${name} after ${years} years`, rounded(gb)] as const),
  ];
  const basis = Object.values(figures).map(
    ({ value, source, what }) => `  ${source.padEnd(9)} ${rounded(value)}: ${what}`,
  );
  return [...rows.map(([name, text]) => `${name.padEnd(34)} ${text}`), '', 'It is counted from:', ...basis];
}
