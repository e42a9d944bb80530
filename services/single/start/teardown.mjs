import { setTimeout as sleep } from 'node:timers/promises';
import { explain, plainLine } from '../../../deploy/bootstrap/plain-error.mjs';

/** Ten seconds in all. PostgreSQL is signalled last: if it needs longer, it ends after this process. */
const STEP_TIMEOUT_MS = 4_500;
const TOTAL_TIMEOUT_MS = 9_000;
const MIN_MS = 300;
const SIGNAL_DEBOUNCE_MS = 1_500;

/** Steps of the shutdown, the newest first, on a signal, an uncaught exception or the end of the work. */
export class Teardown {
  #steps = [];
  #begun;
  #failed = false;
  /** Functions that answer the error behind one that has no plain line, if they know it. */
  causes = [];

  get begun() {
    return this.#begun !== undefined;
  }

  add(step) {
    this.#steps.push(step);
    // Registered during the shutdown: undone at once.
    if (this.begun) void this.#undo();
  }

  /**
   * npm, the shell and the terminal may each forward the same signal, so another within a second and a half is ignored; a
   * later one exits at once. `codeOf`: exit code for a signal, 0 where running until a signal is success.
   */
  onSignals(codeOf = () => 0) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        if (!this.begun) void this.run(codeOf(signal));
        else if (Date.now() - this.#begun > SIGNAL_DEBOUNCE_MS) process.exit(1);
      });
    process.on('uncaughtException', (error) => void this.fail(error));
  }

  /** Reports the reason, and runs with exit code 1. Consequences of the first failure are not reported. */
  fail(error) {
    if (this.#failed) return undefined;
    this.#failed = true;
    const isPlain = plainLine(error) !== undefined;
    explain(isPlain ? error : (this.causes.map((cause) => cause()).find(Boolean) ?? error));
    return this.run(1);
  }

  async run(exitCode) {
    if (this.begun) return;
    this.#begun = Date.now();
    await this.#undo();
    process.exit(process.exitCode || exitCode);
  }

  async #undo() {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      const late = new AbortController();
      const left = Math.max(MIN_MS, Math.min(STEP_TIMEOUT_MS, this.#begun + TOTAL_TIMEOUT_MS - Date.now()));
      try {
        await Promise.race([step(), sleep(left, undefined, { signal: late.signal })]);
      } catch (error) {
        explain(error);
      } finally {
        late.abort();
      }
    }
  }
}
