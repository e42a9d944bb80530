import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST, readManifest, type Manifest } from './set-manifest.js';

/** A completed set of a folder. */
export interface KnownSet {
  readonly path: string;
  readonly manifest: Manifest;
}

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

export function isSetName(name: string): boolean {
  return NAME.test(name);
}

/** Sets are named by the moment of their beginning, so that their order is that of their names. */
export function newSetPath(folder: string, at: string): string {
  return join(folder, at.replaceAll(/[:.]/g, '-'));
}

/** Completed sets, the oldest first; damaged ones are left out. */
export async function setsOf(folder: string): Promise<readonly KnownSet[]> {
  const sets: KnownSet[] = [];
  for (const name of (await namesIn(folder)).toSorted()) {
    const path = join(folder, name);
    const manifest = await readManifest(path).catch(() => undefined);
    if (manifest) sets.push({ path, manifest });
  }
  return sets;
}

/**
 * Removes the oldest sets beyond `keep`, and attempts that were never completed; `busy` stay, and so do sets whose manifest was
 * damaged: a person looks at them. Answers what was removed.
 */
export async function retain(folder: string, keep: number, busy: readonly string[]): Promise<readonly string[]> {
  const surplus = (await setsOf(folder)).slice(0, -keep).map(({ path }) => path);
  const removed = [...surplus, ...(await attemptsIn(folder))].filter((path) => !busy.includes(path));
  for (const path of removed) {
    // First: what is left of a set must not count as one.
    await rm(join(path, MANIFEST), { force: true });
    await rm(path, { recursive: true, force: true });
  }
  return removed;
}

async function attemptsIn(folder: string): Promise<readonly string[]> {
  const paths = (await namesIn(folder)).map((name) => join(folder, name));
  const without = await Promise.all(
    paths.map((path) =>
      access(join(path, MANIFEST)).then(
        () => [],
        () => [path],
      ),
    ),
  );
  return without.flat();
}

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isSetName);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
