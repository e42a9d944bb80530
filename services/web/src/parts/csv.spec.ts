import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

it.each([
  ['plain', 'plain'],
  ['two; parts', '"two; parts"'],
  ['a "word"', '"a ""word"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+7 914', "'+7 914"],
])('writes the cell %s as %s', (text, written) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${written}`);
});

it('ends lines as spreadsheets do', () => {
  expect(csvOf([['a', 'b'], ['c']])).toBe('\uFEFFa;b\r\nc');
});
