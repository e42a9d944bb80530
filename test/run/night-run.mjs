import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../deploy/bootstrap/run.mjs';

const FOLDERS = ['libs/*/src', 'services/*/src', 'test'];
/** How a spec says that the night does more of it, by itself or by a fixture beside it. */
const LONGER_AT_NIGHT = /\b(isNight|handInTurn|OTKLIK_FUZZ|FUZZ_RUNS|networkContract)\b/;

/** Spec files of which the night does more than a commit. */
export function longSpecs() {
  return globSync(
    FOLDERS.map((folder) => `${folder}/**/*.spec.ts`),
    { cwd: root },
  )
    .filter((file) => LONGER_AT_NIGHT.test(readFileSync(join(root, file), 'utf8')))
    .sort();
}

/** These specs at their full length, then what no commit runs. All of it, also after a failure. */
export function runNight() {
  const parts = [
    ['jest', '--', '--runTestsByPath', ...longSpecs()],
    ['bench', '--', 'web', '--smoke'],
    ['bench', '--', 'all', '--smoke'],
    ['test:cluster'],
  ];
  const env = { ...process.env, OTKLIK_NIGHT: 'on', OTKLIK_FUZZ: process.env.OTKLIK_FUZZ ?? '20000' };
  const options = { cwd: root, env, stdio: 'inherit' };
  const failed = parts.filter((part) => spawnSync('npm', ['run', '--silent', ...part], options).status !== 0);
  for (const [name, ...rest] of failed)
    console.error(`FAIL ${name} ${rest.slice(1, 3).join(' ')}: to be mended before the next release.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
