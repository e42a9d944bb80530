import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './pid-lock.mjs';
import { PlainError } from './plain-error.mjs';
import { withProgress } from './progress.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const NODE_VERSION = 24;

/**
 * Makes the checkout ready: packages as the lock file says, the project's own Node.js, and (`build`) compiled sources.
 * Answers true in a process that may go on; false when the work was done by a restarted one, whose exit code is set.
 * `print` gets the progress lines; nothing is printed when there is nothing to do.
 */
export async function prepare({ build, print = console.log }) {
  // Before the lock: a prepared checkout is only read, and may belong to another user.
  if (!installed())
    await exclusively(async () => {
      if (!installed()) await withProgress('Installing packages (once)', install, { print });
    }, print);
  if (Number(process.versions.node.split('.')[0]) < NODE_VERSION) {
    process.exitCode = await restart();
    return false;
  }
  if (build && !compiled()) await exclusively(() => compile(print), print);
  return true;
}

/**
 * One process at a time changes the checkout; the others wait. The lock is held during `npm ci`, so it uses no package.
 */
function exclusively(work, print) {
  const folder = join(root, '.nx');
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, 'prepare.lock'), work, ({ pid }) =>
    print(`Waiting for process ${pid}, which prepares this checkout …`),
  );
}

/** Compares npm's own record of node_modules with the lock file. */
function installed() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const has = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wants).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = has[path];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

async function install() {
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run(command, [...first, ...flags]);
  if (code === 0) return;
  if (/ENOSPC/.test(output)) throw Object.assign(new Error(output), { code: 'ENOSPC', path: root });
  if (/EACCES|EPERM|EROFS/.test(output)) throw Object.assign(new Error(output), { code: 'EACCES', path: root });
  throw new PlainError(`the packages could not be installed (npm ci ended with ${code}):\n${lastLines(output)}`);
}

function lastLines(text, count = 15) {
  return text.trim().split('\n').slice(-count).join('\n');
}

function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    });
    let output = '';
    const take = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => done({ code: 1, output: `${error.code ?? ''} ${error.message}` }));
    child.once('close', (code, signal) => done({ code: code ?? signal, output }));
  });
}

/** The same command again on the Node.js that came with the packages. Answers its exit code. */
function restart() {
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node))
    throw new PlainError(
      `Node.js ${NODE_VERSION} is needed; there is none for ${process.platform}-${process.arch} among the packages: install it.`,
    );
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // A signal to this process alone is forwarded; one to the whole group reaches the child twice, which it tolerates.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done(code ?? 1));
  });
}

const stamp = join(root, '.nx', 'build.stamp');

function compiled(now = sourcesHash()) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === now && projects().every(built);
}

async function compile(print) {
  const now = sourcesHash();
  if (compiled(now)) return;
  const nx = join(root, 'node_modules', '.bin', 'nx');
  await withProgress(
    'Building',
    async () => {
      const { code, output } = await run(nx, ['run-many', '-t', 'build', 'bundle', '--output-style=stream']);
      if (code !== 0) throw new PlainError(`the build failed:\n${lastLines(output, 30)}`);
    },
    { print },
  );
  writeFileSync(stamp, now);
}

function projects() {
  return ['libs', 'services'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => existsSync(join(root, group, entry.name, 'package.json')))
      .map((entry) => join(group, entry.name)),
  );
}

function built(project) {
  if (!existsSync(join(root, project, 'src'))) return true;
  const { scripts } = JSON.parse(readFileSync(join(root, project, 'package.json'), 'utf8'));
  return existsSync(join(root, project, 'dist')) && (!scripts?.bundle || existsSync(join(root, project, 'bundle')));
}

/** Hash of everything that the build reads: a few hundred small files, some 20 ms. */
function sourcesHash() {
  const hash = createHash('sha256');
  const add = (file) =>
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  ['.swcrc', 'package-lock.json', 'nx.json', 'deploy/bundle.mjs'].forEach(add);
  for (const project of projects()) {
    add(join(project, 'package.json'));
    const source = join(root, project, 'src');
    if (!existsSync(source)) continue;
    readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort()
      .forEach(add);
  }
  return hash.digest('hex');
}
