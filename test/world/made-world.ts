import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestDatabase } from '@otklik/testing';

/** What the first start of a world makes: its migrated database, its data folder, and tokens of its officials. */
export interface MadeWorld {
  /** Of the run's PostgreSQL. */
  readonly template: string;
  readonly folder: string;
  /** By login. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** The same before it is kept; neither its process nor a connection is left. */
export interface Ended {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly tokens: Readonly<Record<string, string>>;
}

/**
 * The world that `make` makes, once for a whole run and all its workers: the others copy it. It lies beside the data of the
 * run's PostgreSQL, and is removed with them.
 */
export async function madeOnce(name: string, make: () => Promise<Ended>): Promise<MadeWorld> {
  const client = new pg.Client({ connectionString: process.env['OTKLIK_TEST_POSTGRES']! });
  await client.connect();
  try {
    const { rows } = await client.query<{ data: string }>(`select current_setting('data_directory') as data`);
    const whole = join(dirname(rows[0]!.data), 'worlds', name);
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    if (!existsSync(whole)) await keep(whole, await make());
    return JSON.parse(readFileSync(join(whole, 'world.json'), 'utf8')) as MadeWorld;
  } finally {
    // With its lock.
    await client.end();
  }
}

async function keep(whole: string, { database, folder, tokens }: Ended): Promise<void> {
  const beside = `${whole}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  cpSync(folder, join(beside, 'data'), { recursive: true });
  rmSync(folder, { recursive: true });
  const template = new URL(database.url).pathname.slice(1);
  const made: MadeWorld = { template, folder: join(whole, 'data'), tokens };
  writeFileSync(join(beside, 'world.json'), JSON.stringify(made));
  renameSync(beside, whole);
}
