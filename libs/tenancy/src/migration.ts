import { createHmac } from 'node:crypto';
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
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrations.map(asTypeOrm),
    schema: service,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    poolSize: 2,
  });
  await source.initialize();
  try {
    await locked(source, async (runner) => {
      await runner.query(rolesSql(service, secret));
      await source.runMigrations();
    });
  } finally {
    await source.destroy();
  }
  const { app, worker } = roleNames(service);
  return { app: asRole(ownerUrl, app, secret), worker: asRole(ownerUrl, worker, secret) };
}

/** Advisory locks are per database, roles per cluster: a lost race for a role's row is tried again by the caller's retry. */
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

function rolesSql(service: string, secret: string): string {
  const { app, worker } = roleNames(service);
  const role = (name: string) => `
    begin
      create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      alter role ${name} password '${rolePassword(name, secret)}';
    exception when others then
      if sqlerrm not like '%concurrently updated%' then raise; end if;
    end;
    execute format('grant connect on database %I to ${name}', current_database());
    alter role ${name} set idle_in_transaction_session_timeout = '30s';`;
  return `do $$ begin
    create schema if not exists ${service};
    ${role(app)}
    ${role(worker)}
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

/**
 * Row-level security of a table with a `district`: enabled and FORCEd, the service's role by its transaction's
 * districts, the worker by an explicit policy. Part of every migration that creates such a table.
 */
export function rowSecurity(service: string, table: string): string {
  const { app, worker } = roleNames(service);
  const mine = `district = any(nullif(current_setting('app.districts', true), '')::int[])`;
  return `
    alter table ${service}.${table} enable row level security;
    alter table ${service}.${table} force row level security;
    create policy districts on ${service}.${table} to ${app} using (${mine}) with check (${mine});
    create policy worker on ${service}.${table} to ${worker} using (true) with check (true);`;
}
