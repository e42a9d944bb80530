import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Followed } from './recipes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Between commits and their parts: no name of a file has it. */
const [COMMIT, PART] = ['\u001e', '\u001f'];

/** The newest commit of each recipe; undefined where there is no history: a shallow clone, or none. */
export function newestFollowed(): ReadonlyMap<string, Followed> | undefined {
  if (git('rev-parse', '--is-shallow-repository')?.trim() !== 'false') return undefined;
  const format = `--format=${COMMIT}%(trailers:key=Recipe,valueonly,separator=%x2C)${PART}%h${PART}%s${PART}`;
  const log = git('log', '--grep=^Recipe: ', '--no-renames', '--name-only', format) ?? '';
  return newestOf(log);
}

export function newestOf(log: string): ReadonlyMap<string, Followed> {
  const newest = new Map<string, Followed>();
  for (const entry of log.split(COMMIT).slice(1)) {
    const [names = '', commit = '', subject = '', files = ''] = entry.split(PART);
    const followed = { commit, subject, files: files.split('\n').filter((file) => file !== '') };
    for (const name of names.split(',').map((one) => one.trim())) {
      if (name !== '' && !newest.has(name)) newest.set(name, followed);
    }
  }
  return newest;
}

function git(...parameters: readonly string[]): string | undefined {
  try {
    return execFileSync('git', parameters, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
