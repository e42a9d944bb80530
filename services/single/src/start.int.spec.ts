import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../deploy/stack/ports.js';
import { launch, type Launched } from './start.fixture.js';

/** The life of one installation on the embedded PostgreSQL, from its first start. */
let data: string;
let port: string;
let running: Launched | undefined;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'otklik-life-'));
  port = String(await freePort());
});
afterAll(async () => {
  await running?.signal('SIGTERM').catch(() => undefined);
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<Launched> {
  running = launch({ PORT: port, OTKLIK_DATA: data });
  await running.printed(`Otklik is ready: http://127.0.0.1:${port}`);
  return running;
}

function serverPid(): number | undefined {
  const file = join(data, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** Whether the migrations have made that schema. */
async function schemasOf(name: string): Promise<boolean> {
  const file = join(data, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return false;
  const port = readFileSync(file, 'utf8').split('\n')[3];
  const password = readFileSync(join(data, 'postgres.password'), 'utf8').trim();
  const client = new pg.Client({ connectionString: `postgres://otklik_owner:${password}@127.0.0.1:${port}/otklik` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('select from pg_namespace where nspname = $1', [name])).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One that needs longer than the shutdown may take ends after the process. */
async function serverEnded(): Promise<void> {
  await eventually(async () => serverPid() === undefined || undefined, 20_000);
}

it('starts, refuses a second start on its data, and stops its PostgreSQL', async () => {
  const first = await start();
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

  const second = launch({ PORT: port, OTKLIK_DATA: data });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/Otklik: Otklik on http:.* has the data folder .* already/);
  expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);

  expect(await first.signal('SIGTERM')).toBeLessThan(10_000);
  expect(await first.ended).toBe(0);
  await serverEnded();
}, 240_000);

it('restarts a PostgreSQL that was killed', async () => {
  const now = await start();
  process.kill(serverPid()!, 'SIGKILL');
  await now.printed('it is restarted');
  await eventually(async () => {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
    return response.ok ? response : undefined;
  }, 60_000);
  expect(await now.signal('SIGTERM')).toBeLessThan(10_000);
  await serverEnded();
}, 240_000);

it('adopts a PostgreSQL that outlived its process, and keeps its secrets', async () => {
  const killed = await start();
  const secrets = readFileSync(join(data, 'secrets.json'), 'utf8');
  const pid = serverPid();
  await killed.signal('SIGKILL');
  expect(serverPid()).toBe(pid);

  const next = await start();
  expect(serverPid()).toBe(pid);
  expect(readFileSync(join(data, 'secrets.json'), 'utf8')).toBe(secrets);
  expect(await next.signal('SIGINT')).toBeLessThan(10_000);
  await serverEnded();
}, 240_000);

it('ends in one line when its PostgreSQL dies before it is ready', async () => {
  rmSync(data, { recursive: true });
  const starting = launch({ PORT: port, OTKLIK_DATA: data });
  await eventually(async () => (await schemasOf('intake')) || undefined, 120_000);
  process.kill(serverPid()!, 'SIGKILL');
  expect(await starting.ended).toBe(1);
  expect(starting.output().split('\n')).toContain(
    `Otklik: PostgreSQL ended while Otklik was starting; the reason is in ${join(data, 'postgres.log')}. Start again: nothing was lost.`,
  );
  expect(starting.output()).not.toMatch(/^\s+at /m);
  await eventually(async () => serving().length === 0 || undefined, 20_000);
}, 240_000);

it('goes on from there at the next start, and ends when its data are moved away under it', async () => {
  const now = await start();
  const moved = `${data}.moved`;
  renameSync(data, moved);
  process.kill(Number(readFileSync(join(moved, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  expect(await now.ended).toBe(1);
  expect(now.output()).toContain(`Otklik: the data folder ${data} was moved away while Otklik ran on it.`);
  expect(existsSync(join(data, 'postgres'))).toBe(false);
  rmSync(data, { recursive: true, force: true });
  renameSync(moved, data);
}, 240_000);

it('stops a PostgreSQL that is still starting', async () => {
  rmSync(join(data, 'postgres.log'));
  running = launch({ PORT: port, OTKLIK_DATA: data });
  await eventually(async () => existsSync(join(data, 'postgres.log')) || undefined, 60_000);
  await running.signal('SIGTERM');
  expect(serving()).toEqual([]);
}, 240_000);

/** Processes whose command names the data; a server that has not written its pid yet is one. */
function serving(): string[] {
  return globSync('/proc/[0-9]*/cmdline').filter((file) => {
    try {
      return readFileSync(file, 'utf8').split('\0').includes(join(data, 'postgres'));
    } catch {
      return false;
    }
  });
}
