import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of a spec file's own on the run's PostgreSQL (test/jest/global-setup.mjs). */
export interface TestDatabase {
  /** URL of the owner role, which may create roles. */
  readonly url: string;
  drop(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['OTKLIK_TEST_POSTGRES'];
  if (!server) throw new Error('No test server: run the tests through jest.config.mjs.');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await admin(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(server, `drop database ${name} with (force)`) };
}

async function admin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Of the service roles' passwords in every spec: databases are of a spec's own, roles are of the run's whole server, and
 * another secret would change the passwords under the specs beside it.
 */
export const testRoleSecret = 'a secret';
