import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

/** One step forward of a service's own schema. Names sort by their number and are never changed once released. */
export interface Migration {
  /** `0001_log` */
  readonly name: string;
  /** Statements; every table name is qualified with the service's schema. */
  readonly sql: string;
}

/** The two roles of a service, neither of them owner of a table, superuser or free of row-level security. */
export function roleNames(service: string): { readonly app: string; readonly worker: string } {
  return { app: `otklik_${service}`, worker: `otklik_${service}_worker` };
}

export interface ServiceUrls {
  /** Sees and writes the rows of the districts that its transaction sets. */
  readonly app: string;
  /** Tailers, projections and `verify`: every district, by an explicit policy. */
  readonly worker: string;
}

/** Group roles of the two shared schemas; each service's role is a member of what it needs. */
export const sharedRoles = {
  /** Reads the whole directory: every service, both roles. */
  directoryReader: 'otklik_directory_reader',
  /** Reads keys of its transaction's districts: every service's own role. */
  vaultReader: 'otklik_vault_reader',
  /** Makes and destroys keys: intake alone. */
  vaultKeeper: 'otklik_vault_keeper',
} as const;

/**
 * Creates the service's schema and roles and runs its migrations, as the owner of the database (CREATEROLE).
 * Repeatable, and safe to run twice at once. `secret` makes the roles' passwords.
 */
export async function installService(
  ownerUrl: string,
  service: string,
  migrations: readonly Migration[],
  secret: string,
): Promise<ServiceUrls> {
  await install(ownerUrl, service, migrations, rolesSql(service, secret));
  return serviceUrls(ownerUrl, service, secret);
}

/** The service's roles at the server and database of `url`, whoever that names; nothing is asked or made. */
export function serviceUrls(url: string, service: string, secret: string): ServiceUrls {
  const { app, worker } = roleNames(service);
  return { app: asRole(url, app, secret), worker: asRole(url, worker, secret) };
}

/** A schema that several services read and none owns (`directory`, `vault`): no roles of its own, the owner writes. */
export async function installShared(ownerUrl: string, schema: string, migrations: readonly Migration[]): Promise<void> {
  const groups = Object.values(sharedRoles);
  await install(
    ownerUrl,
    schema,
    migrations,
    `do $$ begin
      create schema if not exists ${schema};
      ${groups.map((group) => createRole(group, 'nologin')).join('\n')}
      grant usage on schema ${schema} to ${groups.join(', ')};
    end $$`,
  );
}

async function install(
  ownerUrl: string,
  schema: string,
  migrations: readonly Migration[],
  preparation: string,
): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrations.map(asTypeOrm),
    schema,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    poolSize: 2,
  });
  await source.initialize();
  try {
    await locked(source, async (runner) => {
      await prepare(runner, preparation);
      await source.runMigrations();
      await runner.query(districtStatistics(schema));
    });
  } finally {
    await source.destroy();
  }
}

/**
 * Until a table is analysed for the first time, the planner believes that the two conditions on `district` (the query's
 * and the policy's) leave a handful of rows, and reads a whole district through whatever index begins with it. So fresh
 * tables are told that the district hardly narrows anything; autovacuum replaces that by what it finds. For the tables
 * of the schema that the current role may maintain; PostgreSQL 18.
 */
export function districtStatistics(schema: string): string {
  return `do $$ declare fresh record; begin
    if current_setting('server_version_num')::int < 180000 then return; end if;
    for fresh in
      select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped
      where c.relnamespace = '${schema}'::regnamespace and c.relkind = 'r' and c.reltuples = -1
        and has_table_privilege(c.oid, 'maintain')
    loop
      perform pg_restore_attribute_stats(
        'schemaname', '${schema}', 'relname', fresh.relname::text, 'attname', 'district', 'inherited', false,
        'null_frac', 0::real, 'avg_width', 4, 'n_distinct', 1::real);
    end loop;
  end $$`;
}

async function locked(source: DataSource, work: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('otklik install'))`);
    await work(runner);
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('otklik install'))`);
    await runner.release();
  }
}

/** unique_violation, duplicate_object, and internal_error, which a concurrently updated catalogue row raises. */
const LOST_RACE = ['23505', '42710', 'XX000'];

/** The lock is of this database, roles are of the whole server: a race for a role's row with another database is tried again. */
async function prepare(runner: QueryRunner, preparation: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runner.query(preparation);
      return;
    } catch (error) {
      if (attempt === 20 || !LOST_RACE.includes((error as { code?: string }).code ?? '')) throw error;
      await sleep(20 * attempt);
    }
  }
}

function createRole(name: string, login: 'login' | 'nologin'): string {
  return `
    if not exists (select from pg_roles where rolname = '${name}') then
      create role ${name} ${login} nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;`;
}

function joinRole(role: string, group: string): string {
  return `${createRole(group, 'nologin')}
    if not pg_has_role('${role}', '${group}', 'member') then
      grant ${group} to ${role};
    end if;`;
}

function rolesSql(service: string, secret: string): string {
  const { app, worker } = roleNames(service);
  const role = (name: string): string => `
    ${createRole(name, 'login')}
    alter role ${name} password '${rolePassword(name, secret)}';
    execute format('grant connect on database %I to ${name}', current_database());
    alter role ${name} set idle_in_transaction_session_timeout = '30s';
    ${joinRole(name, sharedRoles.directoryReader)}`;
  return `do $$ begin
    create schema if not exists ${service};
    ${role(app)}
    ${role(worker)}
    ${joinRole(app, sharedRoles.vaultReader)}
    ${service === 'intake' ? joinRole(app, sharedRoles.vaultKeeper) : ''}
    grant usage on schema ${service} to ${app}, ${worker};
  end $$`;
}

export function rolePassword(role: string, secret: string): string {
  return createHmac('sha256', secret).update(role).digest('hex');
}

function asRole(ownerUrl: string, role: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.href;
}

/** TypeORM wants a class whose name ends in a 13-digit timestamp; the number of the migration is ours. */
function asTypeOrm(migration: Migration): new () => MigrationInterface {
  const stamp = String(Number.parseInt(migration.name, 10)).padStart(13, '0');
  return class implements MigrationInterface {
    readonly name = `${migration.name}${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(migration.sql);
    }

    async down(): Promise<void> {
      throw new Error('Migrations go forward only.');
    }
  };
}

/** A row of one of the transaction's districts. A setting that a pooled connection has forgotten reads '' and sees nothing. */
export const ofMyDistricts = `district = any(nullif(current_setting('app.districts', true), '')::int[])`;

/** Row-level security that holds for everybody, the table's owner too; without policies nobody sees a row. */
export function forceRowSecurity(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;`;
}

/**
 * Row-level security of a table with a `district`: enabled and FORCEd, the service's role by its transaction's
 * districts, the worker by an explicit policy. Part of every migration that creates such a table.
 */
export function rowSecurity(service: string, table: string): string {
  const { app, worker } = roleNames(service);
  return `${forceRowSecurity(`${service}.${table}`)}
    create policy districts on ${service}.${table} to ${app} using (${ofMyDistricts}) with check (${ofMyDistricts});
    create policy worker on ${service}.${table} to ${worker} using (true) with check (true);`;
}
