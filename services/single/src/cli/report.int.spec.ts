import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arguments } from './command.js';
import { composedOnce, type Composed } from './composed.fixture.js';
import { reportCommand } from './report.js';

let composed: Composed;
let folder: string;
beforeAll(async () => {
  composed = await composedOnce();
  folder = mkdtempSync(join(tmpdir(), 'otklik-report-'));
}, 180_000);
afterAll(async () => {
  await composed.end();
  rmSync(folder, { recursive: true, force: true });
});

async function run(args: Arguments): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const report = { print, warn: print, progress: () => undefined };
  const of = { report: 'sstu', district: 'aldan', file: join(folder, 'month.zip'), ...args };
  return { code: await reportCommand.execute(composed.composition, of, report, new AbortController().signal), lines };
}

it('says in one line what is wrong with the month and with the district', async () => {
  await expect(run({ month: '2026-13' })).rejects.toThrow('A month is a year and a number: 2026-11.');
  await expect(run({ month: '2026-11', district: 'nowhere' })).rejects.toThrow('There is no district "nowhere".');
});

it('counts a month, and makes no file of nothing', async () => {
  expect(await run({ month: '2026-11', check: true })).toEqual({
    code: 0,
    lines: [
      ...[
        'REGISTERED 0 appeals, 0 questions',
        'ANSWERED   0 appeals, 0 questions',
        'ENDED      0 appeals, 0 questions',
        'REFUSED    0 appeals, 0 questions',
      ],
      '0 appeals, 0 questions: 0 accepted, 0 refused, 0 considered in others.',
    ],
  });
  const { code, lines } = await run({ month: '2026-11' });
  expect([code, lines.at(-1)]).toEqual([1, 'Nothing would be accepted: no file was made.']);
});

it('writes a review of a quarter and of a year, zeros and all', async () => {
  const file = join(folder, 'review.odt');
  const { code, lines } = await run({ report: 'review', quarter: '2026-3', file });
  expect([code, lines.at(-1)]).toEqual([0, expect.stringContaining('9 tables')]);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(readFileSync(join(folder, 'review.csv'), 'utf8')).toContain('Зарегистрировано обращений;0;0;0');
  expect(await run({ report: 'review', year: '2026', file })).toMatchObject({ code: 0 });
  await expect(run({ report: 'review', quarter: '2026-5', file })).rejects.toThrow('A quarter is a year and a number');
  await expect(run({ report: 'review', year: '26', file })).rejects.toThrow('A year has four digits');
  await expect(run({ report: 'review', file })).rejects.toThrow('Either --quarter or --year is needed.');
});
