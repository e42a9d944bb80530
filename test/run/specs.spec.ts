import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Specs, type Counts } from './specs.mjs';

const passes: Counts = { passed: 2, failed: 0, skipped: 0 };
const fails: Counts = { passed: 1, failed: 1, skipped: 0 };
const at = (name: string) => join(process.cwd(), name);

/** Plays Jest: each run writes the next of `results`. */
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

it('waits with what failed until the runs beside it have ended', async () => {
  const happened: string[] = [];
  let slowEnds = (): void => undefined;
  const specs = new Specs({
    command: async (_command, [name], { environment = {} } = {}) => {
      happened.push(`${name} begins`);
      if (name === 'slow') await new Promise<void>((resolve) => (slowEnds = resolve));
      const files = name === 'quick' ? { [at('b')]: fails } : { [at('a')]: passes };
      writeFileSync(environment['OTKLIK_TEST_COUNTS']!, JSON.stringify(files));
      happened.push(`${name} ended`);
      return name === 'quick' ? 1 : 0;
    },
  });
  const both = Promise.all([specs.run(['quick']), specs.run(['slow'])]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(happened).toEqual(['quick begins', 'quick ended', 'slow begins']);
  slowEnds();
  await both;
  expect(happened.slice(3)).toEqual(['slow ended', '--maxWorkers=1 begins', '--maxWorkers=1 ended']);
});
