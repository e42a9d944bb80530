import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runningServer, startPostgres, stopPostgres } from './embedded-postgres.mjs';
import { stopStrayServers, strayServers } from './stray-servers.mjs';

let folder: string;
let data: string;
let moved: string;
let product: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-stray-'));
  data = join(folder, 'data', 'postgres');
  moved = join(folder, 'data.broken', 'postgres');
});
afterEach(async () => {
  product?.kill('SIGKILL');
  for (const dataDir of [data, moved]) await stopPostgres(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

const moveAway = () => renameSync(join(folder, 'data'), join(folder, 'data.broken'));

async function sql(url: string, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (runningServer(data)) await sleep(5);
}

it('stops a server whose data were moved away, which then writes nothing into those that take their place', async () => {
  const stray = await startPostgres({ dataDir: data });
  await sql(stray.url, 'create table one (n int)');
  moveAway();
  const next = await startPostgres({ dataDir: data });
  expect(runningServer(moved)).toBeUndefined();
  await expect(sql(stray.url, 'insert into one values (1); checkpoint')).rejects.toThrow(/ECONNREFUSED/);
  await sql(next.url, 'create table two (n int)');
  await kill(next.pid);
  const recovered = await startPostgres({ dataDir: data });
  expect(await sql(recovered.url, 'select * from two')).toEqual([]);
}, 120_000);

it('finds it by another path to the same place, and where its folder was deleted', async () => {
  symlinkSync(folder, `${folder}.link`);
  const linked = join(`${folder}.link`, 'data', 'postgres');
  const { pid } = await startPostgres({ dataDir: data });
  expect(strayServers(linked)).toEqual([]);
  moveAway();
  expect(strayServers(linked)).toEqual([{ pid, folder: moved }]);
  rmSync(join(folder, 'data.broken'), { recursive: true });
  expect(strayServers(data)).toEqual([{ pid, folder: expect.stringContaining('(deleted)') }]);
  await stopStrayServers(data, () => undefined);
  expect(strayServers(data)).toEqual([]);
  rmSync(`${folder}.link`);
}, 120_000);

it('stops none whose data are where they were, nor one of other data', async () => {
  const { pid } = await startPostgres({ dataDir: data });
  mkdirSync(moved, { recursive: true });
  for (const dataDir of [data, moved]) await stopStrayServers(dataDir);
  expect(runningServer(data)).toMatchObject({ pid, ready: true });
}, 120_000);

it('stops none under a product that runs still', async () => {
  const { pid } = await startPostgres({ dataDir: data });
  const lock = new URL('../bootstrap/pid-lock.mjs', import.meta.url).href;
  const code = `(await import('${lock}')).acquireLock('${join(folder, 'data', 'lock')}', { what: 'Otklik' }); console.log(1); setInterval(() => 1, 1e3)`;
  const running = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  product = running;
  await new Promise((held) => running.stdout.once('data', held));
  moveAway();
  await expect(stopStrayServers(data)).rejects.toThrow(
    `Otklik (process ${running.pid}) still runs on data that were moved away from ${join(folder, 'data')} to ${join(folder, 'data.broken')}: stop it first.`,
  );
  expect(runningServer(moved)).toMatchObject({ pid, ready: true });
}, 120_000);
