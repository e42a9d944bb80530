import { join } from 'node:path';
import { startPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';

/** The server of DATABASE_URL, else the embedded one, which the teardown stops. */
export async function openPostgres(dataDir, teardown) {
  if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL, embedded: false };
  const server = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  teardown.add(server.stop);
  return { databaseUrl: server.url, embedded: true };
}
