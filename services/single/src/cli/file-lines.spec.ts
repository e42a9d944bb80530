import { afterAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileLines } from './file-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'otklik-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(text: string, longest?: number): Promise<string[]> {
  const file = join(folder, 'lines');
  writeFileSync(file, text);
  const lines: string[] = [];
  for await (const line of fileLines(file, longest)) lines.push(line);
  return lines;
}

it('reads line for line, the last one with or without its end', async () => {
  expect(await linesOf('')).toEqual([]);
  expect(await linesOf('один\n\nдва\u2028всё ещё два')).toEqual(['один', '', 'два\u2028всё ещё два']);
  expect(await linesOf('один\nдва\n')).toEqual(['один', 'два']);
});

it('joins what was read in pieces', async () => {
  const long = 'ы'.repeat(200_000);
  expect(await linesOf(`${long}\n${long}!`)).toEqual([long, `${long}!`]);
});

it('truncates an overlong line, and continues with the next', async () => {
  expect(await linesOf(`${'x'.repeat(500_000)}\nдва\n${'y'.repeat(20)}`, 10)).toEqual([
    'xxxxxxxxxx',
    'два',
    'yyyyyyyyyy',
  ]);
});
