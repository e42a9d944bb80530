import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A database of a spec file's own on the run's PostgreSQL (test/jest/global-setup.mjs). */
export interface TestDatabase {
  /** URL of the owner role, which may create roles. */
  readonly url: string;
  drop(): Promise<void>;
}

/** `template`: name of a database of the same server, without connections; the new one is its copy. */
export async function testDatabase(template?: string): Promise<TestDatabase> {
  const server = process.env['OTKLIK_TEST_POSTGRES'];
  if (!server) throw new Error('No test server: run the tests through jest.config.mjs.');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const copied = template === undefined ? '' : ` template ${template}`;
  await asAdmin(server, (client) => client.query(`create database ${name}${copied}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(server, name) };
}

/** A pool reports its end before its connections are closed; cut off now, they would raise an unhandled error. */
const LEAVING_MS = 1_000;

function drop(server: string, name: string): Promise<void> {
  return asAdmin(server, async (client) => {
    const used = async () =>
      (await client.query('select from pg_stat_activity where datname = $1', [name])).rowCount !== 0;
    for (const end = Date.now() + LEAVING_MS; Date.now() < end && (await used());) await sleep(10);
    await client.query(`drop database ${name} with (force)`);
  });
}

async function asAdmin(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Of the service roles' passwords in every spec: databases are of a spec's own, roles are of the run's whole server, and
 * another secret would change the passwords under the specs beside it.
 */
export const testRoleSecret = 'roles-of-specs-1';
