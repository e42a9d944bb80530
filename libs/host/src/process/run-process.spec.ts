import { expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const program = ['--conditions=@otklik/source', '--import', './deploy/bootstrap/typescript.mjs'];
const fixture = 'libs/host/src/process/run-process.fixture.ts';

it.each(['SIGTERM', 'SIGINT'] as const)('ends in order, however often it is sent %s', async (signal) => {
  const one = spawn(process.execPath, [...program, fixture], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  one.stdout.on('data', (text: Buffer) => void (said += text.toString()));
  const says = (line: string) => eventually(() => Promise.resolve(said.includes(`${line}\n`) || undefined));
  const ended = once(one, 'close');
  try {
    await says('ready');
    one.kill(signal);
    await says('ending');
    one.kill(signal);
    one.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(said).toBe('ready\nending\nended in order\n');
  } finally {
    one.kill('SIGKILL');
  }
});
