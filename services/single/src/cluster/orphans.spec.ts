import { afterEach, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killOrphans } from './orphans.js';

const folders: string[] = [];
const started: ChildProcess[] = [];

afterEach(() => {
  jest.restoreAllMocks();
  for (const one of started.splice(0)) one.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A process whose command line is a service's. */
async function orphan(name: string, program: string): Promise<ChildProcess> {
  const one = spawn(process.execPath, ['-e', `${program}; console.log('ready')`, `services/${name}/bundle/main.js`], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(one);
  await once(one.stdout!, 'data');
  return one;
}

function folderWith(processes: Readonly<Record<string, number>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-orphan-'));
  folders.push(folder);
  writeFileSync(join(folder, 'processes.json'), JSON.stringify(processes));
  return folder;
}

/** Stops as a service does: on one SIGTERM, with a delay. */
const orderly = `setInterval(() => undefined, 1e6); process.once('SIGTERM', () => setTimeout(() => process.exit(3), 600))`;

it('stops the processes of a killed supervisor in parallel, each by one SIGTERM', async () => {
  const both = [await orphan('one', orderly), await orphan('two', orderly)];
  const ended = both.map((one) => once(one, 'exit'));
  await killOrphans(folderWith({ one: both[0]!.pid!, two: both[1]!.pid! }), () => undefined);
  expect(await Promise.all(ended)).toEqual([
    [3, null],
    [3, null],
  ]);
});

it('spares a process that only has the same pid', async () => {
  const one = await orphan('one', orderly);
  await killOrphans(folderWith({ two: one.pid! }), () => undefined);
  expect(one.exitCode).toBeNull();
});

it('ignores a process that ends while it is checked', async () => {
  const one = await orphan('one', orderly);
  jest.spyOn(process, 'kill').mockImplementationOnce(() => {
    one.kill('SIGKILL');
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
  });
  await killOrphans(folderWith({ one: one.pid! }), () => undefined);
});
