import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { smokeEachCommit, smokeOnServers } from './bench-names.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const TIMEOUT_MS = 900_000;
const isCluster = process.env['OTKLIK_PROFILE'] === 'cluster';
const [which, runs] = isCluster ? (['all', smokeOnServers] as const) : (['quick', smokeEachCommit] as const);

/** `npm run bench -- <which> --smoke` in this profile; what it printed of each bench. */
async function smoke(): Promise<string> {
  const program = [
    '--conditions=@otklik/source',
    '--import',
    './deploy/bootstrap/typescript.mjs',
    'test/load/bench.ts',
  ];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [...program, which, '--smoke'], { cwd: ROOT, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return output;
}

/** Each bench in its smallest form: it lives, and did what it claims. Its figures are not judged. The slow ones: `npm run test:night`. */
describe('benches', () => {
  let output = '';
  beforeAll(async () => {
    output = await smoke();
  }, TIMEOUT_MS);

  it.each(runs.map((run) => run.join(' ')))('%s lives in its smallest form', (run) => {
    const outcome = new RegExp(`^(LIVES|DIED) ${run} \\(`, 'm').exec(output)?.[1];
    if (outcome !== 'LIVES') throw new Error(output);
    expect(outcome).toBe('LIVES');
  });
});
