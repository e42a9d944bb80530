import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustOperate } from '../world/product-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Of all clones on this machine: to install and build a release takes minutes, and it never changes. */
const RELEASES = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'otklik', 'releases');

export interface Release {
  readonly tag: string;
  /** Its checkout, installed and built. */
  readonly folder: string;
}

/** Of each release, by its tag, the oldest first. */
const commits = JSON.parse(readFileSync(join(ROOT, 'services/single/src/released/commits.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

/** The newest release before the present sources. It is built once for each commit, and kept. No tag is needed: a clone has none. */
export async function lastRelease(): Promise<Release> {
  const [tag, commit] = Object.entries(commits).at(-1)!;
  const folder = join(RELEASES, `${tag}-${commit.slice(0, 12)}`);
  if (!existsSync(folder)) await build(commit, folder);
  return { tag, folder };
}

/** Beside its place, so that what is there is whole; another clone may have been quicker. */
async function build(commit: string, folder: string): Promise<void> {
  mkdirSync(RELEASES, { recursive: true });
  const draft = mkdtempSync(join(RELEASES, 'draft-'));
  try {
    checkOut(commit, draft);
    // Each start of its tool installs and builds what is not there yet. v0.1.0 takes the sources that its first build generates
    // for changed ones, and builds again.
    for (let start = 0; start < 2; start += 1) await mustOperate([], process.env, draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function checkOut(commit: string, folder: string): void {
  const archive = join(folder, 'sources.tar');
  try {
    git('archive', '--output', archive, commit);
  } catch (error) {
    throw new Error(`This clone lacks the commit of the release, ${commit}: git fetch --unshallow`, { cause: error });
  }
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  unlinkSync(archive);
}
