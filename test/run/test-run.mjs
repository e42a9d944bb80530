import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explain } from '../../deploy/bootstrap/plain-error.mjs';
import { root } from '../../deploy/bootstrap/prepare.mjs';

const MARK = 'OTKLIK_TEST_RUN';
const EXIT_TIMEOUT_MS = 3_000;
/** Of the system's twenty steps below the usual priority: half a share beside a busy process. */
const PATIENCE = 3;

/**
 * The commands of one `npm test`. A signal ends the current ones and skips the rest. All descendants, in any session,
 * inherit a mark in their environment, by which processes that outlive the run are found.
 */
export class TestRun {
  #children = new Set();
  #interrupted = false;
  #mark = `${MARK}=${(process.env[MARK] = randomUUID())}`;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        this.#interrupted = true;
        for (const child of this.#children) child.kill('SIGTERM');
      });
  }

  /**
   * Runs the command on the project's own Node.js; returns its exit code. `output`: `kept` prints it as a whole when the
   * command has ended, for one that runs beside another. `isPatient`: it takes what time others leave.
   */
  command(command, args, { output = 'inherit', environment = {}, isPatient = false } = {}) {
    if (this.#interrupted) return Promise.resolve(1);
    const bin = join(root, 'node_modules', '.bin');
    const kept = [];
    return new Promise((done) => {
      const child = spawn(join(bin, command), args, {
        cwd: root,
        stdio: output === 'kept' ? ['ignore', 'pipe', 'pipe'] : ['ignore', output, 'inherit'],
        env: { ...process.env, NX_DAEMON: 'false', ...environment, PATH: `${bin}:${process.env.PATH}` },
      });
      this.#children.add(child);
      if (isPatient && child.pid !== undefined) setPriority(child.pid, PATIENCE);
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => kept.push(chunk));
      child.once('error', (error) => {
        explain(error);
        done(1);
      });
      child.once('close', (code, signal) => {
        this.#children.delete(child);
        if (kept.length > 0)
          process.stdout.write(Buffer.concat([Buffer.from(`\n${command} ${args.join(' ')}:\n`), ...kept]));
        done(code ?? signal);
      });
    });
  }

  /** Kills the processes that outlived the run, and returns them. */
  async end() {
    const until = Date.now() + (this.#interrupted ? 0 : EXIT_TIMEOUT_MS);
    while (this.#left().length > 0 && Date.now() < until) await sleep(100);
    const left = this.#left();
    for (const { pid } of left) kill(pid);
    return left;
  }

  /** Processes with the mark. This process set it after its start, so that /proc does not show it. */
  #left() {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && readProc(name, 'environ').includes(this.#mark))
      .map((name) => ({ pid: Number(name), command: readProc(name, 'cmdline').join(' ').trim().slice(0, 200) }));
  }
}

/** Empty for a process that has ended or belongs to another user. */
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
