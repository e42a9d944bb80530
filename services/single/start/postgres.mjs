import { join } from 'node:path';
import { runningServer, startPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { plainLine } from './plain-error.mjs';

const LOOK_MS = 1_000;

/** The server of DATABASE_URL, else the embedded one, which the teardown stops. */
export async function openPostgres(dataDir, teardown) {
  if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL, embedded: false };
  const folder = join(dataDir, 'postgres');
  const server = await startPostgres({ dataDir: folder });
  const unwatch = watch(folder, server.port);
  teardown.add(async () => {
    await unwatch();
    await server.stop();
  });
  return { databaseUrl: server.url, embedded: true };
}

/**
 * A server that ended although nobody asked it to (killed for its memory, for one) is started again at its place, where
 * the services' pools find it. Answers what ends the watch.
 */
function watch(dataDir, port) {
  let starting;
  const timer = setInterval(() => {
    if (starting || runningServer(dataDir)) return;
    console.error('Otklik: PostgreSQL has ended; it is started again.');
    starting = startPostgres({ dataDir, settings: { port } })
      .catch((error) => console.error(`Otklik: PostgreSQL does not start: ${plainLine(error) ?? error.message}`))
      .finally(() => (starting = undefined));
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await starting;
  };
}
