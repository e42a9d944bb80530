import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { freePort } from '../../../../deploy/stack/ports.js';
import { SupervisedProcess, type ProcessPlan } from './supervised-process.js';

const started: SupervisedProcess[] = [];
const said: string[] = [];

afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
  said.length = 0;
});

async function planOf(program: string): Promise<ProcessPlan> {
  const port = await freePort();
  return {
    name: 'probe',
    command: [process.execPath, '-e', program],
    environment: { ...process.env, NODE_OPTIONS: '', PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
  };
}

function supervised(plan: ProcessPlan): SupervisedProcess {
  const one = new SupervisedProcess(plan, { print: (line) => said.push(line), log: () => undefined });
  started.push(one);
  return one;
}

const answering = `require('http').createServer((_, reply) => reply.end('ready')).listen(process.env.PORT, '127.0.0.1')`;

it('restarts a process that was killed, and says so', async () => {
  const plan = await planOf(answering);
  const one = supervised(plan);
  await one.start();
  const first = one.pid!;
  process.kill(first, 'SIGKILL');
  await eventually(() => Promise.resolve(said.includes('probe is ready again.') || undefined));
  expect(one.pid).not.toBe(first);
  expect(said[0]).toBe('probe has ended (SIGKILL); it is restarted.');
  expect((await fetch(plan.url)).status).toBe(200);
});

it('restarts once more when the restarted process does not answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-supervised-'));
  const starts = join(folder, 'starts');
  const silentTheSecondTime = `
    const { appendFileSync, readFileSync } = require('fs');
    appendFileSync(${JSON.stringify(starts)}, '|');
    if (readFileSync(${JSON.stringify(starts)}, 'utf8') === '||') setInterval(() => undefined, 1e6);
    else ${answering}`;
  const one = supervised({ ...(await planOf(silentTheSecondTime)), readyTimeoutMs: 1_000 });
  await one.start();
  process.kill(one.pid!, 'SIGKILL');
  await eventually(() => Promise.resolve(said.includes('probe is ready again.') || undefined));
  expect(said.filter((line) => line.startsWith('probe is'))).toEqual([
    'probe is not ready after 1 s.',
    'probe is ready again.',
  ]);
  rmSync(folder, { recursive: true, force: true });
});

it('does not restart a process after stop', async () => {
  const one = supervised(await planOf(answering));
  await one.start();
  const pid = one.pid!;
  await one.stop();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(said).toEqual([]);
});

it('kills a process that ignores SIGTERM', async () => {
  const one = supervised(await planOf(`process.on('SIGTERM', () => undefined); ${answering}`));
  await one.start();
  const pid = one.pid!;
  const begun = performance.now();
  await one.stop();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(performance.now() - begun).toBeLessThan(4_500);
}, 15_000);

it('rejects start when the process ends before it is ready', async () => {
  const one = supervised(await planOf('process.exit(3)'));
  await expect(one.start()).rejects.toThrow('probe ended with 3 before it was ready.');
});

const program = ['--conditions=@otklik/source', '--import', './deploy/bootstrap/typescript.mjs'];
const fixture = 'services/single/src/cluster/supervised-process.fixture.ts';
/** Loading the sources takes as long as what runs beside lets it. */
const LOADED_WITHIN_MS = 30_000;

it('ends when the supervisor was gone before it connected', async () => {
  const loading = spawn(process.execPath, [...program, fixture, 'loading'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  loading.disconnect();
  await eventually(() => Promise.resolve(loading.exitCode === 0 || undefined), LOADED_WITHIN_MS).finally(() =>
    loading.kill('SIGKILL'),
  );
});

it('ends in order when the supervisor is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-supervised-'));
  const ended = join(folder, 'ended');
  const supervising = spawn(process.execPath, [...program, fixture, 'supervising', ended], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(supervising.stdout, 'data')) as [Buffer];
  const pid = Number(/supervising (\d+)/.exec(said.toString())?.[1]);
  supervising.kill('SIGKILL');
  await eventually(() => Promise.resolve(existsSync(ended) || undefined), LOADED_WITHIN_MS);
  await eventually(() => Promise.resolve(!existsSync(`/proc/${pid}`) || undefined));
  rmSync(folder, { recursive: true, force: true });
});
