import { officialRoles, type OfficialRole } from '@otklik/tenancy';
import { addOfficial, dismissOfficial, type NewOfficial } from '@otklik/tenancy/loader';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type OperatorCommand } from './command.js';

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
      .addHelpText('after', `\n${ROLES}`)
      .action((given: { login: string; name: string; role: string[] }) => run({ act: 'add', ...given }));
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
  execute: async ({ directory, ownerUrl }, args, report) => {
    const district = optional(args, 'district');
    if (args['act'] === 'add') {
      const login = required(args, 'login');
      await addOfficial(ownerUrl, { login, name: required(args, 'name'), roles: rolesOf(args['role']) });
      await directory.refresh();
      report.print(`${login} was added. A token: npm run otklik -- token --as ${login}`);
      return 0;
    }
    if (args['act'] === 'dismiss') {
      const login = required(args, 'login');
      const count = await dismissOfficial(ownerUrl, login, district);
      await directory.refresh();
      report.print(`${login} lost all roles in ${count} district(s).`);
      return count === 0 ? 1 : 0;
    }
    for (const { code, officials } of directory.districts())
      if (district === undefined || district === code)
        for (const { login, name, assignments } of officials)
          report.print(
            `${code.padEnd(12)} ${login.padEnd(24)} ${name}: ${assignments.map(({ role }) => role).join(', ')}`,
          );
    return 0;
  },
};

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function rolesOf(given: unknown): NewOfficial['roles'] {
  return (Array.isArray(given) ? (given as string[]) : []).map((text) => {
    const [, role, district, department] = /^([A-Z_]+)@([^/]+)(?:\/(.+))?$/.exec(text) ?? [];
    if (!role || !district || !officialRoles.includes(role as OfficialRole))
      throw new PlainError(`"${text}" is not ROLE@district or ROLE@district/department. ${ROLES}`);
    return { district, role: role as OfficialRole, ...(department === undefined ? {} : { department }) };
  });
}
