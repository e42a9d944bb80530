import { compact } from '@otklik/kernel';
import { PLATFORM, type District } from '@otklik/tenancy';
import { Option } from 'commander';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, type Arguments, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';
import { evidenceOf, type EvidenceFilter, type EvidenceRow } from './trail-rows.js';

const MAX_ROWS = 10_000;

/** What officials did with personal data, as it is on record: for the controller, or an inspection. */
export const trailCommand: OperatorCommand = {
  name: 'trail',
  declare: (program, run) =>
    program
      .command('trail')
      .description('who opened an appeal, what an official did, who saved lists as files: one line for each record')
      .requiredOption('--district <code>', 'of this district; "platform" for sign-ins with an unknown login')
      .option('--appeal <uuid>', 'who opened this appeal: its card, contact, files')
      .option('--official <login>', 'what this official opened, changed, and was refused, and when he signed in')
      .option('--exports', 'who saved lists as files')
      .addOption(new Option('--days <number>', 'of so many days until now').default('30'))
      .addHelpText('after', '\nThe newest first; at most 10,000. Reasons and texts stay sealed: the desk shows them.')
      .action((given: { district: string; appeal?: string; official?: string; exports?: boolean; days: string }) =>
        run({ ...given, exports: given.exports === true }),
      ),
  execute: async (composition, args, report) => {
    const code = optional(args, 'district') ?? '';
    const district = code === 'platform' ? undefined : districtOf(composition, code);
    const rows = await evidenceOf(composition, district?.id ?? PLATFORM, filterOf(composition, args), MAX_ROWS);
    for (const row of rows) report.print(lineOf(composition, district, row));
    report.print(rows.length === 0 ? 'Nothing is on record.' : `${rows.length} record(s).`);
    return 0;
  },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY_MS = 86_400_000;
const MAX_DAYS = 3_650;

function filterOf(composition: Composition, args: Arguments): EvidenceFilter {
  const appeal = optional(args, 'appeal');
  if (appeal !== undefined && !UUID.test(appeal)) throw new PlainError('--appeal is the id of an appeal, a UUID.');
  const official = officialOf(composition, optional(args, 'official'));
  return compact({
    since: sinceOf(Number(optional(args, 'days'))),
    appeal,
    official,
    exportsOnly: args['exports'] === true,
  });
}

function sinceOf(days: number): string {
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new PlainError(`--days is a whole number from 1 to ${MAX_DAYS}.`);
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

function officialOf({ directory }: Composition, login: string | undefined): string | undefined {
  const official = login === undefined ? undefined : directory.official(login);
  if (login !== undefined && !official) throw new PlainError(`There is no official "${login}".`);
  return official?.id;
}

function lineOf({ directory }: Composition, district: District | undefined, row: EvidenceRow): string {
  const { at, kind, official, onBehalfOf, appeal, detail } = row;
  const nameOf = (id: string): string => directory.officialById(id)?.login ?? id;
  const parts = [
    at,
    kind,
    official === null ? '-' : nameOf(official),
    ...(onBehalfOf === null ? [] : [`in the stead of ${nameOf(onBehalfOf)}`]),
    ...(appeal === null ? [] : [`appeal ${appeal}`]),
    ...(detail === null ? [] : [detail]),
  ];
  return `${district?.code ?? 'platform'}  ${parts.join('  ')}`;
}
