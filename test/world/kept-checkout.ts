import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../../deploy/bootstrap/build.mjs';
import { pathsOf, type LockedPackages } from '../../deploy/bootstrap/packages.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm start` compares with its build, or reads. */
const PARTS = [
  ...[
    '.nx/build.stamp',
    '.npmrc',
    '.swcrc',
    'deploy',
    'libs',
    'nx.json',
    'package-lock.json',
    'package.json',
    'services',
  ],
  ...['node_modules/.package-lock.json', 'node_modules/.bin/node'],
];

/**
 * A built checkout as `npm start` leaves it: exactly the packages that are kept, nothing else of `node_modules`. It lies outside of this one,
 * where Node.js finds no other package. The caller removes it.
 */
export function keptCheckout(): string {
  // Else its first start would install what builds it.
  if (!isBuilt('single')) throw new Error('The sources are not built as they stand: npm run build.');
  const folder = mkdtempSync(join(tmpdir(), 'otklik-kept-'));
  for (const path of PARTS)
    if (existsSync(join(ROOT, path)))
      cpSync(join(ROOT, path), join(folder, path), { recursive: true, verbatimSymlinks: true, filter: isOfCheckout });
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  for (const path of pathsOf('run', packages)) if (existsSync(join(ROOT, path))) linkFolder(path, folder);
  return folder;
}

/** The libraries of a bundle are, packages are not. */
function isOfCheckout(path: string): boolean {
  return basename(path) !== 'node_modules' || basename(dirname(path)) === 'bundle';
}

/** Hard links: the packages are 240 MB. */
function linkFolder(path: string, folder: string): void {
  mkdirSync(join(folder, path), { recursive: true });
  for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
    const [from, to] = [join(ROOT, path, entry.name), join(folder, path, entry.name)];
    if (entry.isFile()) linkFile(from, to);
    else if (entry.isSymbolicLink()) cpSync(from, to, { verbatimSymlinks: true });
    // Packages in a package stand in the list by themselves.
    else if (entry.name !== 'node_modules') linkFolder(join(path, entry.name), folder);
  }
}

function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system.
    copyFileSync(from, to);
  }
}
