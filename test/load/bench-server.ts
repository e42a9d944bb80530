import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';
import { processes } from './processes.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface BenchServer extends AsyncDisposable {
  /** URL of the owner of a fresh database. */
  readonly url: string;
  /** CPU seconds that this process, its children and the server have used so far. */
  cpuSeconds(): number;
}

/** A PostgreSQL of the bench's own, with fsync and synchronous_commit on, in a temporary folder. */
export async function benchServer(): Promise<BenchServer> {
  const folder = temporaryFolder('postgres');
  const server = await startPostgres({
    dataDir: join(folder.path, 'data'),
    settings: { max_connections: 200, shared_buffers: '1GB', max_wal_size: '4GB' },
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
