import { publicClientScopes, type PublicClientScope } from '@otklik/tenancy';
import { addPublicClient, ClientFault, revokePublicClient } from '@otklik/tenancy/loader';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';

/** Front-ends of other teams, at which officials of a district sign in: public clients of OAuth 2.1, without a secret. */
export const clientCommand: OperatorCommand = {
  name: 'client',
  declare: (program, run) => {
    const client = program.command('client').description('front-ends of other teams, at which officials sign in');
    client
      .command('add')
      .description('register a front-end; it signs officials in by authorization code and PKCE (docs/front-end.md)')
      .requiredOption('--district <code>', 'whose officials sign in; it reaches no other district')
      .requiredOption('--title <title>', 'what administrators and the sign-in page call it')
      .requiredOption(
        '--redirect <address>',
        'exact address of return, https or http://localhost:<port>/…; repeatable',
        collect,
      )
      .option('--scope <read|act>', 'read: it changes nothing; act: it does what the official may do', 'read')
      .action((given: { district: string; title: string; redirect: string[]; scope: string }) =>
        run({ act: 'add', ...given }),
      );
    client
      .command('list')
      .description('front-ends that are registered')
      .option('--district <code>', 'of this district only')
      .action((given: { district?: string }) => run({ act: 'list', ...given }));
    client
      .command('revoke <id>')
      .description('end a front-end: its sign-ins and tokens are worth nothing from then on')
      .requiredOption('--district <code>', 'where it is registered')
      .action((id: string, given: { district: string }) => run({ act: 'revoke', id, ...given }));
  },
  execute: async (composition, args, report) => {
    switch (args['act']) {
      case 'add':
        return add(composition, args, report);
      case 'revoke':
        return revoke(composition, args, report);
      default:
        return list(composition, optional(args, 'district'), report);
    }
  },
};

async function add(composition: Composition, args: Arguments, report: Report): Promise<number> {
  const { id: district } = districtOf(composition, required(args, 'district'));
  const redirects = Array.isArray(args['redirect']) ? (args['redirect'] as readonly string[]) : [];
  const client = { title: required(args, 'title'), redirects, scopes: scopesOf(required(args, 'scope')) };
  const id = await addPublicClient(composition.ownerUrl, district, client).catch((error: unknown) => {
    throw error instanceof ClientFault ? new PlainError(error.message) : error;
  });
  await composition.directory.refresh();
  report.print(`${client.title} was registered. Its client_id: ${id}`);
  report.print(`It asks for the scopes: openid ${client.scopes.join(' ')}`);
  return 0;
}

function list(composition: Composition, district: string | undefined, report: Report): number {
  if (district !== undefined) districtOf(composition, district);
  for (const { code, publicClients = [] } of composition.directory.districts())
    for (const { id, title, redirects, scopes } of district === undefined || district === code ? publicClients : [])
      report.print(`${code.padEnd(12)} ${id} ${title} (${scopes.join(', ')}): ${redirects.join(' ')}`);
  return 0;
}

async function revoke(composition: Composition, args: Arguments, report: Report): Promise<number> {
  const [code, id] = [required(args, 'district'), required(args, 'id')];
  const isRevoked = await revokePublicClient(composition.ownerUrl, districtOf(composition, code).id, id);
  if (!isRevoked) throw new PlainError(`There is no front-end ${id} in ${code}: npm run otklik -- client list`);
  await composition.directory.refresh();
  report.print(`${id} was revoked.`);
  return 0;
}

/** Who may act may read. */
function scopesOf(scope: string): readonly PublicClientScope[] {
  if (scope === 'act') return publicClientScopes;
  if (scope === 'read') return ['read'];
  throw new PlainError(`"${scope}" is no scope: read or act.`);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
