import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../../deploy/bootstrap/prepare.mjs';
import { sum } from '../jest/closing-line.mjs';

/** When more files than these failed, it was not chance, and none is run again. */
const RERUN_AT_MOST = 3;
const CRASHED = { passed: 0, failed: 1, skipped: 0 };

/**
 * Runs spec files by Jest. A file that failed is run once more by itself: one that passes then waits too little for what was
 * slow beside it. It does not fail the run, but is named as flaky, to be mended.
 */
export class Specs {
  #run;
  /** Runs of Jest that a failed file waits for before it runs again. */
  #first = [];
  #again = Promise.resolve();
  /** Relative paths. */
  flaky = [];

  constructor(run) {
    this.#run = run;
  }

  /** Returns the counts of all tests. */
  async run(args, options = {}) {
    const first = this.#jest(args, options);
    this.#first.push(first);
    const files = await first;
    const failed = Object.keys(files).filter((file) => files[file].failed > 0);
    if (failed.length === 0 || failed.length > RERUN_AT_MOST || files.jest) return sum(Object.values(files));
    await Promise.all(this.#first);
    const again = await (this.#again = this.#again.then(() => this.#onceMore(failed, options)));
    this.flaky.push(...failed.filter((file) => again[file]?.failed === 0).map((file) => relative(root, file)));
    return sum(Object.values({ ...files, ...again }));
  }

  #onceMore(failed, options) {
    console.log(`Failed, once more: ${failed.join(' ')}`);
    return this.#jest(['--maxWorkers=1', '--runTestsByPath', ...failed], options);
  }

  /** Counts by spec file. A run that crashed has failed although no test did. */
  async #jest(args, { environment = {}, output }) {
    const folder = mkdtempSync(join(tmpdir(), 'otklik-counts-'));
    const file = join(folder, 'counts.json');
    try {
      const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
      const code = await this.#run.command('jest', args, {
        output,
        environment: { ...environment, NODE_OPTIONS, OTKLIK_TEST_COUNTS: file },
      });
      const files = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      return code === 0 || sum(Object.values(files)).failed > 0 ? files : { ...files, jest: CRASHED };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
