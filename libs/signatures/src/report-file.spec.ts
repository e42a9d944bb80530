import { expect, it } from '@jest/globals';
import { unpacked } from './packed-files.js';
import { reportFile, type ReportEntry } from './report-file.js';

const limits = { maxBase64: 1_000, maxBytes: 10_000 };
const entry = (name: string, ...sheets: readonly string[]): ReportEntry => ({
  appeal: `appeal of ${name}`,
  name,
  json: JSON.stringify({ files: sheets.map((one) => ({ content: `notice:${one}` })) }),
  sheets,
});
const text = (archive: Uint8Array, name: string) => new TextDecoder().decode(unpacked(archive).get(name));

it('puts the sheets in their places', () => {
  const sheets = new Map([['n1', Buffer.from('лист')]]);
  const { archives, leftOut } = reportFile([entry('a.json', 'n1'), entry('b.json')], sheets, limits);
  expect([archives.length, leftOut]).toEqual([1, []]);
  const base64 = Buffer.from('лист').toString('base64');
  expect(text(archives[0]!, 'a.json')).toBe(`{"files":[{"content":"${base64}"}]}`);
  expect(text(archives[0]!, 'b.json')).toBe('{"files":[]}');
});

it('leaves out an appeal whose sheet is missing or too large, and begins a new archive where one would be too large', () => {
  const sheets = new Map([
    ['small', Buffer.alloc(600, 1)],
    ['large', Buffer.alloc(900, 1)],
  ]);
  const entries = [entry('a', 'small'), entry('b', 'large'), entry('c', 'none'), entry('d', 'small')];
  const { archives, leftOut } = reportFile(entries, sheets, { ...limits, maxBytes: 1_200 });
  expect(leftOut).toEqual(['appeal of b', 'appeal of c']);
  expect(archives.map((one) => [...unpacked(one).keys()])).toEqual([['a'], ['d']]);
  expect(reportFile([], sheets, limits)).toEqual({ archives: [], leftOut: [] });
});
