import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Specs, type Counts } from './specs.mjs';

const passes: Counts = { passed: 2, failed: 0, skipped: 0 };
const fails: Counts = { passed: 1, failed: 1, skipped: 0 };
const at = (name: string) => join(process.cwd(), name);

/** Stands for Jest: each run writes the next of `results`. */
function specsOf(...results: Readonly<Record<string, Counts>>[]) {
  const runs: (readonly string[])[] = [];
  const specs = new Specs({
    command: (_command, args, { environment = {} } = {}) => {
      const files = results[runs.push(args) - 1]!;
      writeFileSync(environment['OTKLIK_TEST_COUNTS']!, JSON.stringify(files));
      return Promise.resolve(Object.values(files).some(({ failed }) => failed > 0) ? 1 : 0);
    },
  });
  return { specs, runs };
}

it('runs what failed once more by itself, and names what passed then', async () => {
  const { specs, runs } = specsOf({ [at('a')]: passes, [at('b')]: fails }, { [at('b')]: passes });
  expect(await specs.run(['x'])).toEqual({ passed: 4, failed: 0, skipped: 0 });
  expect(runs).toEqual([['x'], ['--maxWorkers=1', '--runTestsByPath', at('b')]]);
  expect(specs.flaky).toEqual(['b']);
});

it('fails by what fails twice', async () => {
  const { specs } = specsOf({ [at('a')]: passes, [at('b')]: fails }, { [at('b')]: fails });
  expect(await specs.run([])).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(specs.flaky).toEqual([]);
});

it('runs nothing again when more than three files failed', async () => {
  const { specs, runs } = specsOf({ a: fails, b: fails, c: fails, d: fails });
  expect((await specs.run([])).failed).toBe(4);
  expect(runs).toHaveLength(1);
});
