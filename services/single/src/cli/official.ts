import { compact, isAddress } from '@otklik/kernel';
import { officialRoles, type OfficialRole } from '@otklik/tenancy';
import { addOfficial, dismissOfficial, type NewOfficial } from '@otklik/tenancy/loader';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';

const ROLES = `ROLE is one of ${officialRoles.join(', ')}.`;

/** Officials are identified by the subject of their access token; their roles are in the directory. */
export const officialCommand: OperatorCommand = {
  name: 'official',
  declare: (program, run) => {
    const official = program.command('official').description('officials and their roles');
    official
      .command('add')
      .description('add an official, or replace the roles in the named districts')
      .requiredOption('--login <login>', 'subject (sub) at the identity provider')
      .requiredOption('--name <name>', 'surname, first name')
      .requiredOption('--role <ROLE@district/department>', 'a role; repeatable', collect, [])
      .option('--email <address>', 'send the link there, too; the address is not kept')
      .addHelpText('after', `\n${ROLES}`)
      .action((given: { login: string; name: string; role: string[]; email?: string }) =>
        run({ act: 'add', ...given }),
      );
    official
      .command('invite <login>')
      .description('print a new one-time link in which the official sets the password')
      .option('--email <address>', 'send the link there, too; the address is not kept')
      .action((login: string, given: { email?: string }) => run({ act: 'invite', login, ...given }));
    official
      .command('dismiss <login>')
      .description('take all roles from an official')
      .option('--district <code>', 'in this district only')
      .action((login: string, given: { district?: string }) => run({ act: 'dismiss', login, ...given }));
    official
      .command('list')
      .description('officials with their roles')
      .option('--district <code>', 'of this district only')
      .action((given: { district?: string }) => run({ act: 'list', ...given }));
  },
  execute: async (composition, args, report) => {
    const district = optional(args, 'district');
    if (district !== undefined) districtOf(composition, district);
    switch (args['act']) {
      case 'add':
        return add(composition, args, report);
      case 'invite':
        return invite(composition, knownLogin(composition, args), emailOf(args), report);
      case 'dismiss':
        return dismiss(composition, knownLogin(composition, args), district, report);
      default:
        return list(composition, district, report);
    }
  },
};

async function add(composition: Composition, args: Arguments, report: Report): Promise<number> {
  const [login, email] = [required(args, 'login'), emailOf(args)];
  const roles = rolesOf(args['role']);
  if (roles.length === 0) throw new PlainError(`At least one --role is needed. ${ROLES}`);
  for (const role of roles) districtOf(composition, role.district);
  await addOfficial(composition.ownerUrl, { login, name: required(args, 'name'), roles });
  await composition.directory.refresh();
  report.print(`${login} was added. A token: npm run otklik -- token --as ${login}`);
  return invite(composition, login, email, report);
}

async function dismiss(
  { ownerUrl, directory }: Composition,
  login: string,
  district: string | undefined,
  report: Report,
): Promise<number> {
  const count = await dismissOfficial(ownerUrl, login, district);
  await directory.refresh();
  if (count > 0) report.print(`${login} lost all roles in ${count} district(s).`);
  else report.warn(`${login} has no role in ${district}.`);
  return count === 0 ? 1 : 0;
}

function list({ directory }: Composition, district: string | undefined, report: Report): number {
  for (const { code, officials } of directory.districts().filter(({ code }) => (district ?? code) === code))
    for (const { login, name, assignments } of officials) {
      const roles = assignments.map(({ role }) => role).join(', ');
      report.print(`${code.padEnd(12)} ${login.padEnd(24)} ${name}: ${roles}`);
    }
  return 0;
}

function knownLogin({ directory }: Composition, args: Arguments): string {
  const login = required(args, 'login');
  if (!directory.official(login))
    throw new PlainError(`There is no official "${login}": npm run otklik -- official list`);
  return login;
}

/** With another identity provider the password is set there. */
async function invite(
  composition: Composition,
  login: string,
  email: string | undefined,
  report: Report,
): Promise<number> {
  const { invitationsOf } = await import('./operations.js');
  const { link, expiresAt, issuer, isSent } = await invitationsOf(composition).issue(login, email);
  if (isSent) report.print(`The link was sent to ${email}.`);
  else if (email !== undefined) report.warn('The link could not be sent by e-mail; give it by hand.');
  if (issuer !== null) report.print(`${login} has an account at ${issuer}, and signs in at ${link}`);
  else report.print(`${login} sets the password here (once, until ${expiresAt.slice(0, 10)}): ${link}`);
  return 0;
}

function emailOf(args: Arguments): string | undefined {
  const email = optional(args, 'email');
  if (email !== undefined && !isAddress(email)) throw new PlainError(`"${email}" is not a bare e-mail address.`);
  return email;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function rolesOf(given: unknown): NewOfficial['roles'] {
  return (Array.isArray(given) ? (given as string[]) : []).map((text) => {
    const [, role, district, department] = /^([A-Z_]+)@([^/]+)(?:\/(.+))?$/.exec(text) ?? [];
    if (!role || !district || !officialRoles.includes(role as OfficialRole))
      throw new PlainError(`"${text}" is not ROLE@district or ROLE@district/department. ${ROLES}`);
    return compact({ district, role: role as OfficialRole, department });
  });
}
