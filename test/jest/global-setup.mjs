import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';

/** One PostgreSQL for the whole run; each spec file makes a database of its own on it (`testDatabase()`). */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-test-'));
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), settings: { max_connections: 300 } });
  process.env.OTKLIK_TEST_POSTGRES = server.url;
  globalThis.__otklikTestServer = { server, folder };
}
