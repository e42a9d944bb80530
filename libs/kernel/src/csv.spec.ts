import { expect, it } from '@jest/globals';
import { csvText } from './csv.js';

it('quotes separators, quotes and lines, and leaves an absent value empty', () => {
  expect(csvText([['a;b', 'в "кавычках"', 'две\nстроки', null, 3]])).toBe(
    '\uFEFF"a;b";"в ""кавычках""";"две\nстроки";;3\r\n',
  );
});

it('makes text of what a spreadsheet would run as a formula', () => {
  expect(csvText([['=1+1', '@x', '-5', -5]])).toBe("\uFEFF'=1+1;'@x;'-5;-5\r\n");
  expect(csvText([['＝1', '＋1', '－1', '＠x', '\t=1', '\n=1']])).toBe("\uFEFF'＝1;'＋1;'－1;'＠x;'\t=1;\"'\n=1\"\r\n");
});
