import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  runningServer,
  sharedBufferMegabytes,
  startPostgres,
  stopPostgres,
  type RunningPostgres,
} from './embedded-postgres.mjs';

const CLIENTS = 5;

const folder = mkdtempSync(join(tmpdir(), 'otklik-embedded-'));
const dataDir = join(folder, 'postgres');
let server: RunningPostgres;

beforeAll(async () => {
  server = await startPostgres({ dataDir, hasSocket: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['256 MB', 0.25, 48],
  ['1 GB', 1, 51],
  ['4 GB', 4, 204],
  ['64 GB', 64, 256],
])('caches a twentieth of %s, within bounds', (_, gigabytes, megabytes) =>
  expect(sharedBufferMegabytes(gigabytes * 1024 ** 3)).toBe(megabytes),
);

/** Of the client as the server sees it; null over a socket. */
async function clientAddress(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ address: string | null }>('select host(inet_client_addr()) as address');
  await client.end();
  return rows[0]!.address;
}

it('answers over a socket, and over TCP', async () => {
  expect(await clientAddress(server.url)).toBeNull();
  expect(await clientAddress(server.url.split('?')[0]!)).toBe('127.0.0.1');
});

it('is adopted with its socket', async () => {
  const { url, adopted } = await startPostgres({ dataDir, hasSocket: true });
  expect([url, adopted]).toEqual([server.url, true]);
});

it('keeps to TCP where the path of a socket would be too long', async () => {
  const long = join(folder, 'a-folder-of-many-letters'.repeat(4), 'postgres');
  const other = await startPostgres({ dataDir: long, hasSocket: true });
  try {
    expect(await clientAddress(other.url)).toBe('127.0.0.1');
  } finally {
    await other.stop();
  }
});

it('starts after a killed server whose backends log after the first failed start', async () => {
  const backends = await Promise.all(Array.from({ length: CLIENTS }, () => backend(server.url)));
  for (const pid of backends) process.kill(pid, 'SIGSTOP');
  process.kill(server.pid, 'SIGKILL');
  while (runningServer(dataDir)) await sleep(5);
  const killed = server.pid;
  const starting = startPostgres({ dataDir, settings: { port: server.port } });
  while (!readFileSync(`${dataDir}.log`, 'utf8').includes('pre-existing shared memory block')) await sleep(1);
  for (const pid of backends) process.kill(pid, 'SIGCONT');
  server = await starting;
  expect(server.pid).not.toBe(killed);
  const client = await connected(server.url);
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it('starts a server that is killed while it starts once more', async () => {
  let killed: number | undefined;
  while (killed === undefined) {
    await server.stop();
    const starting = startPostgres({ dataDir });
    for (let seen = runningServer(dataDir); !seen?.ready; seen = runningServer(dataDir)) {
      if (seen) {
        killed = seen.pid;
        process.kill(killed, 'SIGKILL');
        break;
      }
      await sleep(1);
    }
    server = await starting;
  }
  expect(server.pid).not.toBe(killed);
  expect(runningServer(dataDir)).toMatchObject({ pid: server.pid, ready: true });
}, 120_000);

it('flushes its files at once before it recovers, and tells when it ends', async () => {
  await server.stop();
  const ended = new Promise<void>(
    (done) => void startPostgres({ dataDir, onExit: done }).then((one) => (server = one)),
  );
  const ready = async () => server.pid === runningServer(dataDir)?.pid;
  while (!(await ready())) await sleep(20);
  const client = await connected(server.url);
  expect((await client.query('show recovery_init_sync_method')).rows).toEqual([
    { recovery_init_sync_method: 'syncfs' },
  ]);
  process.kill(server.pid, 'SIGKILL');
  await ended;
  server = await startPostgres({ dataDir });
}, 120_000);

it('does not signal another PostgreSQL that has reused the pid of the previous one', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  copyFileSync(join(dataDir, 'postmaster.pid'), join(other, 'postmaster.pid'));
  expect(runningServer(other)).toBeUndefined();
  await stopPostgres(other);
  expect(runningServer(dataDir)).toMatchObject({ pid: server.pid, ready: true });
});

/** The process that serves a connection; the end of the connection does not matter. */
async function backend(url: string): Promise<number> {
  const { rows } = await (await connected(url)).query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]!.pid;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
