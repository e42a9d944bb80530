import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { WatchedProcess, type ProcessPlan } from './watched-process.js';

const started: WatchedProcess[] = [];
const said: string[] = [];

afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
  said.length = 0;
});

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

async function planOf(program: string): Promise<ProcessPlan> {
  const port = await freePort();
  return {
    name: 'probe',
    command: [process.execPath, '-e', program],
    environment: { ...process.env, NODE_OPTIONS: '', PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}`,
  };
}

function watched(plan: ProcessPlan): WatchedProcess {
  const one = new WatchedProcess(plan, { say: (line) => said.push(line), log: () => undefined });
  started.push(one);
  return one;
}

const answering = `require('http').createServer((_, reply) => reply.end('ready')).listen(process.env.PORT, '127.0.0.1')`;

it('starts a process that died again, alone, and says so', async () => {
  const plan = await planOf(answering);
  const one = watched(plan);
  await one.start();
  const first = one.pid!;
  process.kill(first, 'SIGKILL');
  await eventually(() => Promise.resolve(said.includes('probe is ready again.') || undefined));
  expect(one.pid).not.toBe(first);
  expect(said[0]).toBe('probe has ended (SIGKILL); it is started again.');
  expect((await fetch(plan.readyUrl)).status).toBe(200);
});

it('stops it for good', async () => {
  const one = watched(await planOf(answering));
  await one.start();
  const pid = one.pid!;
  await one.stop();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(said).toEqual([]);
});

it('says that it ended before it was ready', async () => {
  const one = watched(await planOf('process.exit(3)'));
  await expect(one.start()).rejects.toThrow('probe ended with 3 before it was ready.');
});
