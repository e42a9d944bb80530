import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync } from 'node:fs';
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

/** The newest release before the present sources. It is built once for each commit, and kept. */
export async function lastRelease(): Promise<Release> {
  const tag = lastTag();
  const folder = join(RELEASES, `${tag}-${git('rev-parse', `${tag}^{commit}`).trim().slice(0, 12)}`);
  if (!existsSync(folder)) await build(tag, folder);
  return { tag, folder };
}

/** Beside its place, so that what is there is whole; another clone may have been quicker. */
async function build(tag: string, folder: string): Promise<void> {
  mkdirSync(RELEASES, { recursive: true });
  const draft = mkdtempSync(join(RELEASES, 'draft-'));
  try {
    checkOut(tag, draft);
    // Each start of its tool installs and builds what is not there yet. v0.1.0 takes the sources that its first build generates
    // for changed ones, and builds again.
    for (let start = 0; start < 2; start += 1) await mustOperate([], process.env, draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function lastTag(): string {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*').trim();
  } catch (error) {
    throw new Error('This clone knows no release: there is no tag v<version> before its commit. git fetch --tags', {
      cause: error,
    });
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function checkOut(tag: string, folder: string): void {
  const archive = join(folder, 'sources.tar');
  git('archive', '--output', archive, tag);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  unlinkSync(archive);
}
