import pg from 'pg';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

const MIN_SERVER_VERSION = 150_000;
const OWN_DATABASE = 'otklik';

/**
 * The URL for migrations. Embedded server: its database `otklik`, created when absent. DATABASE_URL: the URL itself, after a
 * check of the role's privileges; a PlainError contains the SQL that grants what is missing.
 */
export async function openOwnerDatabase(databaseUrl: string, embedded: boolean): Promise<string> {
  if (!embedded) {
    await check(databaseUrl);
    return databaseUrl;
  }
  await connected(databaseUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [OWN_DATABASE]);
    if (rowCount === 0) await client.query(`create database ${OWN_DATABASE}`);
  });
  const url = new URL(databaseUrl);
  url.pathname = `/${OWN_DATABASE}`;
  return url.href;
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 30_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function check(databaseUrl: string): Promise<void> {
  const where = placeOf(databaseUrl);
  let found: RolePrivileges;
  try {
    found = await connected(databaseUrl, readPrivileges);
  } catch (error) {
    throw new PlainError(`DATABASE_URL: ${reasonOf(error, where)}`);
  }
  if (found.version < MIN_SERVER_VERSION)
    throw new PlainError(`DATABASE_URL: PostgreSQL 15 or newer is needed at ${where.server}.`);
  if (!found.may_create_roles || !found.may_create_schemas)
    throw new PlainError(
      `DATABASE_URL: the role ${where.role} may not create what Otklik needs. Let an administrator run:\n` +
        `  alter role ${quoted(where.role)} createrole;\n  grant create on database ${quoted(where.database)} to ${quoted(where.role)};`,
    );
}

interface RolePrivileges {
  readonly version: number;
  readonly may_create_roles: boolean;
  readonly may_create_schemas: boolean;
}

async function readPrivileges(client: pg.Client): Promise<RolePrivileges> {
  const { rows } = await client.query<RolePrivileges>(`
    select current_setting('server_version_num')::int as version,
           rolsuper or rolcreaterole as may_create_roles,
           has_database_privilege(current_database(), 'create') as may_create_schemas
    from pg_roles where rolname = current_user`);
  return rows[0]!;
}

interface Place {
  readonly server: string;
  readonly role: string;
  readonly database: string;
}

/** What of the URL may be printed: never its password. */
function placeOf(databaseUrl: string): Place {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol))
    throw new PlainError('DATABASE_URL must look like postgres://role:password@host:5432/database.');
  const { host, username, pathname } = new URL(databaseUrl);
  const role = decodeURIComponent(username);
  return { server: host, role, database: decodeURIComponent(pathname.slice(1)) || role };
}

function reasonOf(error: unknown, { server, role, database }: Place): string {
  const { code, message } = error as { code?: string; message: string };
  const create = `create database ${quoted(database)} owner ${quoted(role)};`;
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: `no PostgreSQL answers at ${server}: start it, or correct the address.`,
    ENOTFOUND: `there is no host ${server}: correct the address.`,
    EAI_AGAIN: `the host ${server} cannot be looked up now: correct the address or try again.`,
    ETIMEDOUT: `${server} does not answer: correct the address, or let it through the firewall.`,
    '28P01': `the server at ${server} refuses the password of role ${role}.`,
    '28000': `the server at ${server} does not let the role ${role} in: see its pg_hba.conf.`,
    '3D000': `there is no database ${database} at ${server}. Let an administrator run: ${create}`,
    '53300': `the server at ${server} has no connection left: raise max_connections to 100.`,
  };
  return known[code ?? ''] ?? `${server} cannot be used: ${message}`;
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
