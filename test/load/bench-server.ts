import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';
import { processes } from './processes.js';
import { areServersShared, sharedOrOwn } from './shared-servers.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface BenchServer extends AsyncDisposable {
  /** URL of the owner of a fresh database. */
  readonly url: string;
  /** CPU seconds that this process, its children and the server have used so far. */
  cpuSeconds(): number;
}

/** Passwords belong to the roles of the whole server: databases that share it must not lock each other out. */
const SHARED_HBA =
  'host all "/^otklik_(?!owner)" 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\nlocal all all scram-sha-256\n';
const SIZES = { max_connections: 200, shared_buffers: '1GB', max_wal_size: '4GB' } as const;
const SHARED_SIZES = { max_connections: 400 } as const;

/**
 * A PostgreSQL of the bench's own, with fsync and synchronous_commit on, in a temporary folder; where servers are shared, a
 * database of its own on theirs.
 */
export async function benchServer(): Promise<BenchServer> {
  const server = await sharedOrOwn('postgres', ownServer);
  if (!areServersShared()) return server;
  const url = new URL(server.url);
  url.pathname = `bench_${randomBytes(6).toString('hex')}`;
  const pool = quietPool(server.url, 1);
  await pool.query(`create database ${url.pathname.slice(1)}`);
  await pool.end();
  return { url: url.href, cpuSeconds: () => server.cpuSeconds(), [Symbol.asyncDispose]: () => Promise.resolve() };
}

async function ownServer(): Promise<BenchServer> {
  const folder = temporaryFolder('postgres');
  const hba = join(folder.path, 'hba.conf');
  writeFileSync(hba, SHARED_HBA);
  const server = await startPostgres({
    dataDir: join(folder.path, 'data'),
    settings: areServersShared() ? { ...SHARED_SIZES, hba_file: hba } : SIZES,
  });
  const stop = async (): Promise<void> => {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await server.stop();
    folder[Symbol.dispose]();
  };
  // The server runs in a session of its own and would outlive this process.
  const interrupted = (): void => {
    // The process ends: connections that the stopping server breaks need no report.
    process.on('uncaughtException', () => undefined);
    void stop().finally(() => process.exit(130));
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  return { url: server.url, cpuSeconds: () => cpuSeconds(server.pid), [Symbol.asyncDispose]: stop };
}

/** Running backends are counted one by one, those that ended are in the account of their parent. */
function cpuSeconds(serverPid: number): number {
  return processes().reduce((sum, { pid, parent, cpu, childrenCpu }) => {
    if (pid === serverPid || pid === process.pid) return sum + cpu + childrenCpu;
    return parent === serverPid ? sum + cpu : sum;
  }, 0);
}

/** Disposed of with all that is in it. */
export function temporaryFolder(name: string): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), `otklik-bench-${name}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A pool whose broken connections do not end the process: a server that stops must not hide the error that ended the bench. */
export function quietPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
}
