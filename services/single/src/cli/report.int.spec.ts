import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
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
  const of = { report: 'sstu', district: 'aldan', month: '2026-11', file: join(folder, 'month.zip'), ...args };
  return { code: await reportCommand.execute(composed.composition, of, report, new AbortController().signal), lines };
}

it('says in one line what is wrong with the month and with the district', async () => {
  await expect(run({ month: '2026-13' })).rejects.toThrow('A month is a year and a number: 2026-11.');
  await expect(run({ district: 'nowhere' })).rejects.toThrow('There is no district "nowhere".');
});

it('counts a month, and makes no file of nothing', async () => {
  expect(await run({ check: true })).toEqual({
    code: 0,
    lines: [
      ...[
        'REGISTERED 0 appeals, 0 questions',
        'ANSWERED   0 appeals, 0 questions',
        'ENDED      0 appeals, 0 questions',
      ],
      '0 appeals, 0 questions: 0 accepted, 0 refused, 0 considered in others.',
    ],
  });
  const { code, lines } = await run({});
  expect([code, lines.at(-1)]).toEqual([1, 'Nothing would be accepted: no file was made.']);
});
