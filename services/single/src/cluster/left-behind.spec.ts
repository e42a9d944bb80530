import { afterEach, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveNobodyBehind } from './left-behind.js';

const folders: string[] = [];
const started: ChildProcess[] = [];

afterEach(() => {
  jest.restoreAllMocks();
  for (const one of started.splice(0)) one.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs as what the cluster runs, as far as its command line tells. */
async function left(name: string, program: string): Promise<ChildProcess> {
  const one = spawn(process.execPath, ['-e', `${program}; console.log('ready')`, `services/${name}/bundle/main.js`], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(one);
  await once(one.stdout!, 'data');
  return one;
}

function writtenDown(processes: Readonly<Record<string, number>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-left-'));
  folders.push(folder);
  writeFileSync(join(folder, 'processes.json'), JSON.stringify(processes));
  return folder;
}

/** As a service: a second signal would find nobody who hears it. */
const orderly = `setInterval(() => undefined, 1e6); process.once('SIGTERM', () => setTimeout(() => process.exit(3), 600))`;

it('lets what a killed start left behind end in order, all at once', async () => {
  const both = [await left('one', orderly), await left('two', orderly)];
  const ended = both.map((one) => once(one, 'exit'));
  await leaveNobodyBehind(writtenDown({ one: both[0]!.pid!, two: both[1]!.pid! }), () => undefined);
  expect(await Promise.all(ended)).toEqual([
    [3, null],
    [3, null],
  ]);
});

it('ends nobody who only has the number', async () => {
  const one = await left('one', orderly);
  await leaveNobodyBehind(writtenDown({ two: one.pid! }), () => undefined);
  expect(one.exitCode).toBeNull();
});

it('goes on when one ends by itself while it is looked at', async () => {
  const one = await left('one', orderly);
  jest.spyOn(process, 'kill').mockImplementationOnce(() => {
    one.kill('SIGKILL');
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
  });
  await leaveNobodyBehind(writtenDown({ one: one.pid! }), () => undefined);
});
