import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explain } from '../../deploy/bootstrap/plain-error.mjs';
import { root } from '../../deploy/bootstrap/prepare.mjs';

const MARK = 'OTKLIK_TEST_RUN';
/** What was told to end may need a moment for it. */
const PATIENCE_MS = 3_000;

/**
 * The commands of one `npm test`. A signal ends the one that runs and those that follow. Everything that any of them
 * starts, however far down and in whatever session, inherits a mark: who has not ended with the run is found by it.
 */
export class TestRun {
  #child;
  #interrupted = false;
  #mark = `${MARK}=${(process.env[MARK] = randomUUID())}`;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        this.#interrupted = true;
        this.#child?.kill('SIGTERM');
      });
  }

  /** By the project's own Node.js, whichever started this. Answers the exit code. */
  command(command, args, { output = 'inherit', environment = {} } = {}) {
    if (this.#interrupted) return Promise.resolve(1);
    const bin = join(root, 'node_modules', '.bin');
    return new Promise((done) => {
      this.#child = spawn(join(bin, command), args, {
        cwd: root,
        stdio: ['ignore', output, 'inherit'],
        env: { ...process.env, NX_DAEMON: 'false', ...environment, PATH: `${bin}:${process.env.PATH}` },
      });
      this.#child.once('error', (error) => {
        explain(error);
        done(1);
      });
      this.#child.once('close', (code, signal) => done(code ?? signal));
    });
  }

  /** Ends what is left of the run. Answers who that was; nobody, where all is well. */
  async end() {
    const until = Date.now() + (this.#interrupted ? 0 : PATIENCE_MS);
    while (this.#left().length > 0 && Date.now() < until) await sleep(100);
    const left = this.#left();
    for (const { pid } of left) kill(pid);
    return left;
  }

  /** Processes that carry the mark. It stands in nobody's own environment but of those who were started after it. */
  #left() {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && readProc(name, 'environ').includes(this.#mark))
      .map((name) => ({ pid: Number(name), command: readProc(name, 'cmdline').join(' ').trim().slice(0, 200) }));
  }
}

/** A process that has ended meanwhile, or is another user's, has nothing to say. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(error.code)) return [];
    throw error;
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
