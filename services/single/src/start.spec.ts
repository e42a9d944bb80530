import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../deploy/stack/ports.js';
import { launch } from './start.fixture.js';

let data: string;
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'otklik-start-'))));
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** Every bad start ends in one line for a person, exit code 1, and no stack. */
async function refusal(environment: Record<string, string>, before: readonly string[] = []): Promise<string> {
  const started = launch({ PORT: String(await freePort()), OTKLIK_DATA: data, ...environment }, before);
  expect(await started.ended).toBe(1);
  const lines = started.output().split('\n');
  const [line, ...more] = lines.filter((one) => one.startsWith('Otklik: '));
  expect(more).toEqual([]);
  expect(started.output()).not.toMatch(/^\s+at /m);
  return line ?? started.output();
}

it('refuses an invalid port', async () => {
  expect(await refusal({ PORT: 'abc' })).toMatch(/PORT must be a number/);
}, 180_000);

it('reports that the port is in use, before it changes anything', async () => {
  const taken: Server = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const { port } = taken.address() as { port: number };
  expect(await refusal({ PORT: String(port) })).toMatch(`port ${port} is in use`);
  taken.close();
  expect(readdirSync(data)).toEqual(['version.json']);
}, 180_000);

it('leaves the data folder of a newer version as it is', async () => {
  writeFileSync(join(data, 'version.json'), '{"format":99,"postgres":"18"}');
  expect(await refusal({})).toMatch(/made by a newer Otklik/);
  expect(readdirSync(data)).toEqual(['version.json']);
}, 180_000);

it('leaves the data of another PostgreSQL as it is', async () => {
  mkdirSync(join(data, 'postgres'));
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '19\n');
  expect(await refusal({})).toMatch(/is PostgreSQL 19's/);
}, 180_000);

it('reports what is wrong with DATABASE_URL, without its password', async () => {
  const line = await refusal({ DATABASE_URL: 'postgres://otklik:secret@127.0.0.1:1/otklik' });
  expect(line).toMatch(/DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:1/);
  expect(line).not.toContain('secret');
}, 180_000);

it('names a wrong setting', async () => {
  expect(await refusal({ OTKLIK_DEMO: 'maybe', DATABASE_URL: 'postgres://a@127.0.0.1:1/b' })).toMatch(
    /wrong configuration/,
  );
}, 180_000);

it('reports an old Node.js instead of a syntax error', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.1' } })`;
  const old = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'services/single/start/start.mjs'];
  const { status, stderr } = spawnSync(process.execPath, old, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('Otklik needs Node.js 20 or newer')]);
});

const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0 && process.getuid?.() === 0;
if (!mayMount) console.warn('SKIPPED: a full disk, because only root may mount a small one here.');
(mayMount ? it : it.skip)(
  'says that the disk is full',
  async () => {
    const onSmallDisk = ['unshare', '-m', 'sh', '-c', `mount -t tmpfs -o size=30m tmpfs ${data} && exec "$@"`, 'sh'];
    expect(await refusal({}, onSmallDisk)).toMatch(/the disk of .* is full: \d+ MB are free and 300 MB are needed/);
  },
  180_000,
);
