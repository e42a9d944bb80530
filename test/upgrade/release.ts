import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mustOperate } from '../world/product-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RELEASES = join(ROOT, '.nx', 'releases');

export interface Release {
  readonly tag: string;
  /** Its checkout, installed and built. */
  readonly folder: string;
}

/** The newest release before the present sources. It is built once, and kept for the next run. */
export async function lastRelease(): Promise<Release> {
  const tag = lastTag();
  const folder = join(RELEASES, tag);
  if (!existsSync(folder)) checkOut(tag, folder);
  // Each start of its tool installs and builds what is not there yet.
  await mustOperate([], process.env, folder);
  return { tag, folder };
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
  mkdirSync(RELEASES, { recursive: true });
  const fresh = mkdtempSync(join(RELEASES, 'checkout-'));
  const archive = join(fresh, 'sources.tar');
  git('archive', '--output', archive, tag);
  execFileSync('tar', ['-xf', archive, '-C', fresh]);
  unlinkSync(archive);
  renameSync(fresh, folder);
}

/**
 * A checkout whose processes are the present ones, but for those named, which are the release's: a cluster in the midst of
 * its upgrade. The caller removes it.
 */
export function mixedCheckout(release: Release, old: readonly string[]): string {
  const folder = mkdtempSync(join(RELEASES, 'mixed-'));
  for (const part of [
    'package.json',
    'package-lock.json',
    'nx.json',
    '.swcrc',
    '.nx/build.stamp',
    'deploy',
    'libs',
    'services',
  ])
    execFileSync('cp', ['-al', '--parents', part, folder], { cwd: ROOT });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const name of old) {
    const program = join(folder, 'services', name, 'bundle', 'main.js');
    // The folder's files are links to the present ones, which stay.
    rmSync(program);
    const released = pathToFileURL(join(release.folder, 'services', name, 'bundle', 'main.js')).href;
    writeFileSync(program, `import ${JSON.stringify(released)};\n`);
  }
  return folder;
}
