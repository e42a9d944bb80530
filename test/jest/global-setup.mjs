import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';

/**
 * Roles belong to the whole server, and each spec file's installation gives them other passwords: the services' roles need
 * none here, so that spec files that run at once do not lock each other out. All other roles need theirs.
 */
const HBA = 'host all "/^otklik_(?!owner)" 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n';

/**
 * Starts one PostgreSQL for the whole run; each spec file creates its own database on it (`testDatabase()`). For the
 * cluster profile it starts Kafka and Elasticsearch, too, unless they are running.
 */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-test-'));
  const hba = join(folder, 'hba.conf');
  writeFileSync(hba, HBA);
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    // Databases of specs have to outlive a killed process, and no power cut.
    settings: {
      ...{ max_connections: 400, hba_file: hba },
      ...{ fsync: 'off', full_page_writes: 'off', checkpoint_timeout: '1h', max_wal_size: '4GB' },
    },
  });
  process.env.OTKLIK_TEST_POSTGRES = server.url;
  // Workers and the product's many processes load the same programs.
  process.env.NODE_COMPILE_CACHE ||= join(folder, 'compiled');
  process.env.OTKLIK_CPU_TIMES = join(folder, 'cpu-times');
  const stops = [() => server.stop(), () => rmSync(folder, { recursive: true, force: true })];
  globalThis.__otklikStopServers = async () => {
    for (const stop of stops) await stop();
  };
  if (process.env.OTKLIK_PROFILE !== 'cluster') return;
  const { startServers } = await import('./servers.mjs');
  try {
    stops.push(await startServers());
  } catch (error) {
    // Jest tears nothing down after a setup that failed.
    await globalThis.__otklikStopServers();
    throw error;
  }
}
