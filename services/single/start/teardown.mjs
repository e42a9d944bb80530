import { setTimeout as sleep } from 'node:timers/promises';
import { explain } from '../../../deploy/bootstrap/plain-error.mjs';

/** All of it in ten seconds. PostgreSQL is told last: if it needs longer, it ends by itself after this process. */
const STEP_MS = 4_500;
const ALL_MS = 9_000;
const MIN_MS = 300;
const TWICE_MS = 1_500;

/** What must be undone at the end, newest first, however the end comes. */
export class Teardown {
  #steps = [];
  #begun;

  get begun() {
    return this.#begun !== undefined;
  }

  add(step) {
    this.#steps.push(step);
    // What was started while the end had begun is ended as well.
    if (this.begun) void this.#undo();
  }

  /**
   * npm, the shell and the terminal may each hand on the same signal, so one that follows within a second and a half is
   * the same; a later one ends it at once. `codeOf` a signal: who runs until one comes has done his work.
   */
  onSignals(codeOf = () => 0) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        if (!this.begun) void this.run(codeOf(signal));
        else if (Date.now() - this.#begun > TWICE_MS) process.exit(1);
      });
    process.on('uncaughtException', (error) => {
      explain(error);
      void this.run(1);
    });
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
      const left = Math.max(MIN_MS, Math.min(STEP_MS, this.#begun + ALL_MS - Date.now()));
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
