import { afterAll, expect, it } from '@jest/globals';
import { getPriority } from 'node:os';
import { TestRun } from './test-run.mjs';

const outer = process.env['OTKLIK_TEST_RUN'];
afterAll(() => {
  if (outer === undefined) delete process.env['OTKLIK_TEST_RUN'];
  else process.env['OTKLIK_TEST_RUN'] = outer;
});

const leaves = `require('child_process').spawn('sleep', ['300'], { detached: true, stdio: 'ignore' }).unref()`;

it('kills a process that a command left running in a session of its own, and no other', async () => {
  const run = new TestRun();
  expect(await run.command('node', ['-e', leaves])).toBe(0);
  const [left, ...others] = await run.end();
  expect([left?.command, others]).toEqual(['sleep 300', []]);
  expect(await run.end()).toEqual([]);
}, 30_000);

it('returns the exit code of a command', async () => {
  expect(await new TestRun().command('node', ['-e', 'process.exit(3)'])).toBe(3);
});

it('lets a patient command take what time others leave', async () => {
  const isLower = `process.exit(require('os').getPriority() > ${getPriority()} ? 0 : 1)`;
  expect(
    await new TestRun().command('node', ['-e', `setTimeout(() => { ${isLower} }, 200)`], { isPatient: true }),
  ).toBe(0);
});
