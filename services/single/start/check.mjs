import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine } from '../../../test/jest/closing-line.mjs';
import { explain } from './plain-error.mjs';
import { prepare, root } from './prepare.mjs';

/** Each counts as one test. Lint asks for the project graph first: without it the boundary rule passes everything. */
const checks = {
  types: [['tsc', '-p', 'tsconfig.json']],
  boundaries: [
    ['nx', 'show', 'projects'],
    ['eslint', '.'],
  ],
  format: [['prettier', '--check', '--log-level=warn', '.']],
};

/** `npm test`: types, lint, format, then every spec; ends with the closing line alone. Arguments go to Jest. */
export async function check(jestArguments) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (!(await prepare({ build: true }))) return;
    for (const [name, commands] of Object.entries(checks)) {
      const ok = await all(commands);
      console.log(`${ok ? 'PASS' : 'FAIL'} ${name}`);
      counts[ok ? 'passed' : 'failed'] += 1;
    }
    const tests = await jest(jestArguments);
    for (const kind of Object.keys(counts)) counts[kind] += tests[kind];
  } catch (error) {
    explain(error);
    counts.failed += 1;
  }
  process.exitCode = counts.failed > 0 ? 1 : 0;
  console.log(closingLine(counts));
}

async function all(commands) {
  for (const [command, ...args] of commands) {
    if ((await run(command, args, command === 'nx' ? 'ignore' : 'inherit')) !== 0) return false;
  }
  return true;
}

async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
    const code = await run('jest', args, 'inherit', { NODE_OPTIONS, OTKLIK_TEST_COUNTS: file });
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
    // A run that broke without a failed test, or before it could count, has failed all the same.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By the project's own Node.js, whichever started this. Answers the exit code. */
function run(command, args, output, environment = {}) {
  const bin = join(root, 'node_modules', '.bin');
  return new Promise((done) => {
    const child = spawn(join(bin, command), args, {
      cwd: root,
      stdio: ['ignore', output, 'inherit'],
      env: { ...process.env, NX_DAEMON: 'false', ...environment, PATH: `${bin}:${process.env.PATH}` },
    });
    child.once('error', (error) => {
      explain(error);
      done(1);
    });
    child.once('close', (code, signal) => done(code ?? signal));
  });
}
