import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt } from './build.mjs';
import { areForOneBuild, install, isInstalled, keepBuildPackages, removeBuildPackages } from './packages.mjs';
import { withLock } from './pid-lock.mjs';
import { PlainError } from './plain-error.mjs';
import { withProgress } from './progress.mjs';
import { lastLines, root, run } from './run.mjs';

export { root };
const NODE_VERSION = 24;

/**
 * Makes the checkout ready: packages as the lock file says, the project's own Node.js, and compiled sources.
 * `packages`: the set that is needed afterwards (`packages.mjs`); `build`: the programs (`build.mjs`), none when absent.
 * Answers true in a process that may go on; false when the work was done by a restarted one, whose exit code is set.
 * `print` gets the progress lines; nothing is printed when there is nothing to do.
 */
export async function prepare({ packages, build, print = console.log }) {
  const needed = () => (packages === 'run' && build && !isBuilt(build) ? 'build' : packages);
  // Before the lock: a prepared checkout is only read, and may belong to another user.
  if (!isInstalled(needed()))
    await exclusively(async () => {
      if (!isInstalled(needed())) await withProgress('Installing packages (once)', () => install(packages), { print });
    }, print);
  if (Number(process.versions.node.split('.')[0]) < NODE_VERSION) {
    process.exitCode = await restart();
    return false;
  }
  if (build && !isBuilt(build))
    await exclusively(async () => {
      if (!isBuilt(build)) await withProgress('Building', () => compile(build), { print });
    }, print);
  if (packages !== 'run') keepBuildPackages();
  return true;
}

/** In a process of its own: what the compiler took of memory would stay with the product until its next start. */
async function compile(programs) {
  const { code, output } = await run(process.execPath, [join(root, 'deploy', 'build.mjs'), programs]);
  if (code !== 0) throw new PlainError(lastLines(output, 30).replace(/^Otklik: /, '') || 'the build was interrupted.');
}

/** In the background: removes packages that were installed for the build alone. Answers what interrupts it. */
export function removeWhatBuilt() {
  if (!areForOneBuild()) return () => undefined;
  const interruption = new AbortController();
  const removal = exclusively(() => removeBuildPackages(interruption.signal), console.log).catch(printed);
  return () => {
    interruption.abort();
    return removal;
  };
}

function printed(error) {
  console.error(`Otklik: ${error.message}`);
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

/** The same command, with its flags, again on the Node.js that came with the packages. Answers its exit code. */
function restart() {
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node))
    throw new PlainError(
      `Node.js ${NODE_VERSION} is needed; there is none for ${process.platform}-${process.arch} among the packages: install it.`,
    );
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  // A signal to this process alone is forwarded; one to the whole group reaches the child twice, which it tolerates.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done(code ?? 1));
  });
}
