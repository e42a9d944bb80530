import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { asOwner } from './open-pool.js';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

/** One step forward of a service's own schema. Names sort by their number and are never changed once released. */
export interface Migration {
  /** `0001_log` */
  readonly name: string;
  /** Statements; every table name is qualified with the service's schema. */
  readonly sql: string;
}

/** The two roles of a service. Neither owns a table, is superuser or bypasses row-level security. */
export function roleNames(service: string): { readonly app: string; readonly worker: string } {
  return { app: `otklik_${service}`, worker: `otklik_${service}_worker` };
}

export interface ServiceUrls {
  /** Sees and writes the rows of the districts that its transaction sets. */
  readonly app: string;
  /** Log pollers, projections and `verify`: every district, by an explicit policy. */
  readonly worker: string;
}

/** Group roles of the shared schemas; each service's role is a member of what it needs. */
export const sharedRoles = {
  /** Reads the whole directory: every service, both roles. */
  directoryReader: 'otklik_directory_reader',
  /** Adds and closes versions in its transaction's districts: only administration. */
  directoryWriter: 'otklik_directory_writer',
  /** Reads keys of its transaction's districts: every service's own role. */
  vaultReader: 'otklik_vault_reader',
  /** Creates and destroys keys: only intake. */
  vaultKeeper: 'otklik_vault_keeper',
  /** Adds to the record of sign-ins and refusals: gateway and administration. */
  evidenceWriter: 'otklik_evidence_writer',
  /** Reads it in its transaction's districts: administration. */
  evidenceReader: 'otklik_evidence_reader',
  /** Reads it in every district, for its hash chain: administration's worker. */
  evidenceAuditor: 'otklik_evidence_auditor',
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

/** Gives the roles of installed services the passwords that `secret` makes, whatever they are now. Safe to run twice at once. */
export async function setRolePasswords(ownerUrl: string, services: readonly string[], secret: string): Promise<void> {
  const roles = services.flatMap((service) => Object.values(roleNames(service)));
  const passwords = roles.map((role) => passwordSql(role, secret)).join('\n');
  await asOwner(ownerUrl, (owner) => prepare(owner, `do $$ begin ${passwords} end $$`));
}

/** The URLs of the service's roles at the server and database of `url`. Connects to nothing. */
export function serviceUrls(url: string, service: string, secret: string): ServiceUrls {
  const { app, worker } = roleNames(service);
  return { app: asRole(url, app, secret), worker: asRole(url, worker, secret) };
}

/** A schema that several services use and none owns (`directory`, `vault`, `evidence`): no roles of its own, the owner writes. */
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
    driver: pg,
    url: ownerUrl,
    migrations: migrations.map(asTypeOrm),
    schema,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    poolSize: 2,
    extra: { lock_timeout: LOCK_TIMEOUT_MS },
  });
  await source.initialize();
  try {
    await locked(source, async (runner) => {
      await prepare(runner, preparation);
      await migrated(source);
      await runner.query(districtStatistics(schema));
    });
  } finally {
    await source.destroy();
  }
}

/**
 * Sets initial statistics for the tables of the schema that the current role may maintain; PostgreSQL 18. Until a table is
 * analysed, the planner expects the two conditions on `district` (the query's and the policy's) to leave a handful of rows and
 * scans a whole district through any index that begins with it. With one distinct district it does not; autovacuum replaces
 * the statistics by real ones.
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
    // Another installation takes as long as its migrations.
    await runner.query('set lock_timeout = 0');
    await runner.query(`select pg_advisory_lock(hashtext('otklik install'))`);
    await work(runner);
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('otklik install'))`);
    await runner.release();
  }
}

/** Requests queue behind a migration that waits for a table: so it waits shortly, lets them through, and waits again. */
const LOCK_TIMEOUT_MS = 1_000;
const LOCK_PAUSE_MS = 500;
/** A transaction that holds a table longer is a matter for the operator. */
const MAX_LOCK_ATTEMPTS = 400;
const LOCK_NOT_AVAILABLE = '55P03';

/** Of a service all or none: an attempt that ended changed nothing. */
async function migrated(source: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await source.runMigrations();
      return;
    } catch (error) {
      if (attempt === MAX_LOCK_ATTEMPTS || (error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      await sleep(LOCK_PAUSE_MS);
    }
  }
}

/** unique_violation, duplicate_object, and internal_error, which a concurrently updated catalogue row raises. */
const LOST_RACE = ['23505', '42710', 'XX000'];

/** Retries, because the lock covers this database only, while roles belong to the whole server. */
async function prepare(runner: { query(sql: string): Promise<unknown> }, preparation: string): Promise<void> {
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
    ${passwordSql(name, secret)}
    execute format('grant connect on database %I to ${name}', current_database());
    alter role ${name} set idle_in_transaction_session_timeout = '30s';
    ${joinRole(name, sharedRoles.directoryReader)}`;
  return `do $$ begin
    create schema if not exists ${service};
    ${role(app)}
    ${role(worker)}
    ${joinRole(app, sharedRoles.vaultReader)}
    ${service === 'administration' ? joinRole(app, sharedRoles.directoryWriter) : ''}
    ${['gateway', 'administration'].includes(service) ? joinRole(app, sharedRoles.evidenceWriter) : ''}
    ${service === 'administration' ? joinRole(app, sharedRoles.evidenceReader) : ''}
    ${service === 'administration' ? joinRole(worker, sharedRoles.evidenceAuditor) : ''}
    ${service === 'intake' ? joinRole(app, sharedRoles.vaultKeeper) : ''}
    grant usage on schema ${service} to ${app}, ${worker};
  end $$`;
}

function passwordSql(role: string, secret: string): string {
  return `alter role ${role} password '${rolePassword(role, secret)}';`;
}

function rolePassword(role: string, secret: string): string {
  return createHmac('sha256', secret).update(role).digest('hex');
}

function asRole(ownerUrl: string, role: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.href;
}

/** TypeORM demands a class whose name ends in a 13-digit timestamp; the migration's number takes its place. */
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

/** Condition on a row's district. Outside a scope the setting is '' or null and matches no row. */
export const ofMyDistricts = `district = any(nullif(current_setting('app.districts', true), '')::int[])`;

/** Row-level security that also binds the table's owner; without a policy no role sees a row. */
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
