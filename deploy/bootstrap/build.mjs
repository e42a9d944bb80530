import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { lastLines, root, run } from './run.mjs';

const stamp = join(root, '.nx', 'build.stamp');
const bin = join(root, 'node_modules', '.bin');
const COMPILE = 'node ../../deploy/compile.mjs';
const NOT_BUILT = /\.md$|\.spec\.tsx?$/;
/** Made by the build. */
const MADE = ['node_modules', 'dist', 'bundle', 'services/web/src/generated'];

/** Whether the sources are built as they stand. `programs`: `single`, or `all` with the cluster's processes. */
export function isBuilt(programs) {
  const { hash, built, state } = readStamp();
  if (hash === undefined || hash !== sourcesHash()) return false;
  if (state !== stateOfSources()) recordState(built);
  return (built === 'all' || built === programs) && projects().every((one) => hasOutputs(one, programs));
}

/** Hash of the sources that were built; undefined before the first build. */
export function builtSources() {
  return readStamp().hash;
}

/** `state`: of the files when their hash was taken. */
function readStamp() {
  if (!existsSync(stamp)) return {};
  const [hash, built, state] = readFileSync(stamp, 'utf8').split(' ');
  return { hash, built, state };
}

function writeStamp(programs) {
  const beside = `${stamp}.${process.pid}`;
  writeFileSync(beside, `${sourcesHash()} ${programs} ${stateOfSources()}`);
  renameSync(beside, stamp);
}

/** The next start then need not read the files. A checkout that belongs to another user stays as it is. */
function recordState(programs) {
  try {
    writeStamp(programs);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

/** Rebuilds everything: that is quicker than to find what did not change, and takes a few seconds. */
export async function build(programs) {
  const { compile } = await import('../compile.mjs');
  const ofProject = (project) => {
    const { build: line } = scriptsOf(project);
    return line === COMPILE ? compile(join(root, project)) : script(project, line);
  };
  // None reads what another one makes, but the bundles read all.
  await Promise.all(projects().filter(hasSources).map(ofProject));
  for (const project of projects().filter((one) => isBundled(one, programs)))
    await script(project, scriptsOf(project).bundle);
  writeStamp(programs);
}

function script(project, line) {
  return demand(run('sh', ['-c', line], { cwd: join(root, project), env: { PATH: `${bin}:${process.env.PATH}` } }));
}

async function demand(running) {
  const { code, output } = await running;
  if (code !== 0) throw new PlainError(`the build failed:\n${lastLines(output, 30)}`);
}

function projects() {
  return ['libs', 'services'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => existsSync(join(root, group, entry.name, 'package.json')))
      .map((entry) => join(group, entry.name)),
  );
}

const hasSources = (project) => existsSync(join(root, project, 'src'));

function scriptsOf(project) {
  return JSON.parse(readFileSync(join(root, project, 'package.json'), 'utf8')).scripts ?? {};
}

function hasOutputs(project, programs) {
  if (!hasSources(project)) return true;
  if (!existsSync(join(root, project, 'dist'))) return false;
  return !isBundled(project, programs) || existsSync(join(root, project, 'bundle'));
}

function isBundled(project, programs) {
  return scriptsOf(project).bundle !== undefined && (programs === 'all' || project === 'services/single');
}

let computed;
/** Hash of everything that the build reads, as this process found it: some 3,000 small files, 100 to 300 ms. */
const sourcesHash = () => (computed ??= unchangedHash() ?? hashOfSources((file) => readFileSync(join(root, file))));

/** The hash of the stamp where no file has changed since. */
function unchangedHash() {
  const now = stateOfSources();
  const { hash, state } = readStamp();
  return state === now ? hash : undefined;
}

let found;
/** Taken before the files are read: what changes meanwhile differs from it. No content changes without `ctime`. */
function stateOfSources() {
  return (found ??= hashOfSources((file) => {
    const { ino, size, mtimeMs, ctimeMs } = lstatSync(join(root, file));
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  }));
}

/** `of`: what is hashed of a file beside its path. */
function hashOfSources(of) {
  const hash = createHash('sha256');
  const add = (file) => hash.update(`${file}\0`).update(of(file)).update('\0');
  const addFolder = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (MADE.includes(entry.name) || MADE.includes(path)) continue;
      if (entry.isDirectory()) addFolder(path);
      else if (entry.isFile() && !NOT_BUILT.test(entry.name)) add(path);
    }
  };
  ['.swcrc', 'package-lock.json', 'nx.json', 'deploy/bundle.mjs', 'deploy/compile.mjs'].forEach(add);
  projects().forEach(addFolder);
  return hash.digest('hex');
}
