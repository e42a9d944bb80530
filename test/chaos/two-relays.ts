import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../deploy/stack/ports.js';
import { drained } from './drained.js';
import { killProcess } from './kills.js';
import type { Scenario } from './run.js';

const MAIN = fileURLToPath(new URL('../../services/intake/bundle/main.js', import.meta.url));

/** A second copy of intake is standby; when the leader is killed it takes over, and the first one restarts beside it. */
export const twoRelays: Scenario = async (run) => {
  const environment = { ...run.cluster.environmentOf('intake'), PORT: String(await freePort()) };
  const copy = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => copy.once('exit', () => resolve()));
  try {
    await new Promise<void>((ready, failed) => {
      copy.stderr.on('data', (chunk: Buffer) => void (chunk.toString().includes('is ready') && ready()));
      void ended.then(() => failed(new Error('the second copy of intake did not start')));
    });
    await sleep(run.random.between(0, 2_000));
    const begun = Date.now();
    await killProcess(run, 'intake');
    await drained(run, begun, 'leader killed → drained by the other');
  } finally {
    copy.kill('SIGKILL');
    await ended;
  }
};
