import { expect, it } from '@jest/globals';
import { tablesOf } from './given-tables.js';

const given = {
  title: 'Неделя руководителя',
  text: ['В работе 64.'],
  tables: [{ title: 'По отделам', head: ['Отдел', 'В работе'], rows: [['ЖКХ', 12]] }],
  notes: [],
};
const [table] = given.tables;

it('takes texts and tables; numbers are set as they are', () => {
  expect(tablesOf({ ...given, more: 1 })).toEqual({
    ...given,
    tables: [{ title: 'По отделам', head: ['Отдел', 'В работе'], rows: [['ЖКХ', '12']] }],
  });
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', [given]],
  ['no title', { ...given, title: ' ' }],
  ['a title that is no text', { ...given, title: 1 }],
  ['text that is no list', { ...given, text: 'В работе 64.' }],
  ['a paragraph too long', { ...given, notes: ['ы'.repeat(20_001)] }],
  ['a table without columns', { ...given, tables: [{ ...table, head: [], rows: [] }] }],
  ['a row of another width', { ...given, tables: [{ ...table, rows: [['ЖКХ']] }] }],
  ['a cell that is an object', { ...given, tables: [{ ...table, rows: [['ЖКХ', {}]] }] }],
  ['a number that is none', { ...given, tables: [{ ...table, rows: [['ЖКХ', Number.NaN]] }] }],
  ['too many rows in all', { ...given, tables: [1, 2].map(() => ({ ...table, rows: Array(3_001).fill(['ЖКХ', 1]) })) }],
])('refuses %s', (_, body) => {
  expect(tablesOf(body)).toBeUndefined();
});
