import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';

/**
 * Roles belong to the whole server and each spec file's installation gives them passwords of its own: the services' roles
 * are let in by any, so that spec files beside each other do not lock each other out. Everybody else needs the right one.
 */
const HBA = 'host all "/^otklik_(?!owner)" 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n';

/**
 * One PostgreSQL for the whole run; each spec file makes a database of its own on it (`testDatabase()`). Kafka and
 * Elasticsearch too where the cluster is tested and nobody started them before.
 */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-test-'));
  const hba = join(folder, 'hba.conf');
  writeFileSync(hba, HBA);
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    settings: { max_connections: 400, hba_file: hba },
  });
  process.env.OTKLIK_TEST_POSTGRES = server.url;
  const stops = [() => server.stop(), () => rmSync(folder, { recursive: true, force: true })];
  globalThis.__otklikStopServers = async () => {
    for (const stop of stops) await stop();
  };
  if (process.env.OTKLIK_PROFILE !== 'cluster') return;
  const { startServers } = await import('./servers.mjs');
  stops.push(await startServers());
}
