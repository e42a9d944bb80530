import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { lastLines, root, run } from './run.mjs';

/**
 * The sets of packages, each with those before it:
 *   run    what the built product reads; the other libraries are inside its bundles
 *   build  what builds it: the lock file without `devDependencies`
 *   all    what tests, lint and type checks need
 */

/** Not bundled: packages with native code, with data files, whose internals are imported, or that a program
 * outside the bundles imports. They need their dependencies. */
export const UNBUNDLED = [
  'sharp',
  'az',
  'kafkajs',
  '@cantoo/pdf-lib',
  '@myriaddreamin/typst-ts-node-compiler',
  '@expo-google-fonts/pt-serif',
  '@bwip-js/node',
];
/** Their files are served to browsers. They need none. */
const SERVED = ['@fontsource-variable/golos-text'];
/** In node_modules while the packages in it were installed for one build: an install by hand removes it with all else. */
const FOR_ONE_BUILD = '.for-one-build';
const marker = join(root, 'node_modules', FOR_ONE_BUILD);

/** Compares the lock file with npm's own record of node_modules, and with what is there. */
export function isInstalled(set) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const has = read(record).packages;
  const { packages } = read(join(root, 'package-lock.json'));
  return pathsOf(set, packages).every((path) => {
    const [found, wanted] = [has[path], packages[path]];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity && existsSync(join(root, path));
  });
}

/** Whether no package that `package.json` names is missing, as after a start, or on a fresh clone. Their versions are not compared. */
export function isThere(set, folder = root) {
  const { dependencies, devDependencies } = read(join(folder, 'package.json'));
  const names = Object.keys({ ...dependencies, ...(set === 'all' && devDependencies) });
  const has = (name) => existsSync(join(folder, 'node_modules', name));
  return !has(FOR_ONE_BUILD) && names.every(has);
}

/** A project that came with a pull is linked as npm would link it, without an install. */
export function linkProjects(folder = root) {
  const { packages } = read(join(folder, 'package-lock.json'));
  for (const [path, { link, resolved }] of Object.entries(packages))
    if (link && !existsSync(join(folder, path)) && existsSync(join(folder, resolved)))
      symlinkSync(relative(dirname(path), resolved), join(folder, path));
}

/** Installs the set, or a larger one where that was there before. Packages for a build alone are marked as such. */
export async function install(set) {
  const [hadTests, hadBuild] = ['jest', 'esbuild'].map((name) => existsSync(join(root, 'node_modules', name)));
  const all = set === 'all' || hadTests;
  const forOneBuild = set === 'run' && !all && (!hadBuild || existsSync(marker));
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const flags = ['ci', all ? '--include=dev' : '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await run(command, [...first, ...flags, '--loglevel=error']);
  if (code === 0) return forOneBuild && writeFileSync(marker, '');
  if (/ENOSPC/.test(output)) throw Object.assign(new Error(output), { code: 'ENOSPC', path: root });
  if (/EACCES|EPERM|EROFS/.test(output)) throw Object.assign(new Error(output), { code: 'EACCES', path: root });
  throw new PlainError(`the packages could not be installed (npm ci ended with ${code}):\n${lastLines(output)}`);
}

/** Whether they were installed for one build alone. */
export function areForOneBuild() {
  return existsSync(marker);
}

/**
 * After the build: removes what was installed for it alone, two thirds of the disk space, at the lowest priority.
 * Interrupted by the signal, it goes on at the next call.
 */
export async function removeBuildPackages(signal) {
  const { packages } = read(join(root, 'package-lock.json'));
  const kept = pathsOf('run', packages);
  const gone = Object.keys(packages).filter((path) => isPackage(path, packages) && !kept.includes(path));
  // A third of Node.js are its C headers.
  const headers = kept.filter((path) => basename(path).startsWith('node-')).map((path) => join(path, 'include'));
  const { code, output } = await run('nice', ['-n', '19', 'rm', '-rf', ...gone, ...headers], { signal });
  if (signal.aborted) return;
  if (code !== 0)
    throw new PlainError(`packages that are not needed any more could not be removed:\n${lastLines(output)}`);
  const commands = join(root, 'node_modules', '.bin');
  for (const name of readdirSync(commands)) if (!existsSync(join(commands, name))) rmSync(join(commands, name));
  keepBuildPackages();
}

/** What is installed stays. */
export function keepBuildPackages() {
  rmSync(marker, { force: true });
}

/** Paths of the set's packages in the lock file. */
export function pathsOf(set, packages) {
  if (set === 'run') return [...runPaths(packages)];
  return Object.keys(packages).filter((path) => isPackage(path, packages) && (set === 'all' || !packages[path].dev));
}

const isPackage = (path, packages) => path.includes('node_modules/') && !packages[path].link;

function runPaths(packages) {
  const found = new Set(SERVED.map((name) => `node_modules/${name}`));
  const add = (name, from) => {
    const path = resolved(name, from, packages);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies } = packages[path];
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) add(needed, path);
  };
  for (const name of [...UNBUNDLED, ...Object.keys(packages[''].optionalDependencies)]) add(name, '');
  return found;
}

/** As Node.js looks for it: in the folder of the package that imports it, then in those above. */
export function resolved(name, from, packages) {
  const path = join(from, 'node_modules', name);
  if (packages[path]) return path;
  return from === '' || from === '.' ? undefined : resolved(name, dirname(from), packages);
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
