import { describe, expect, it } from '@jest/globals';
import { columnsOf as columnsBy, JOURNAL, missingKinds, type ChosenColumns } from './journal-columns.js';
import { readDate } from './journal-date.js';
import { countingGroup, sameNumber, serialIn } from './journal-number.js';
import { numbersOf, parityBy } from './journal-parity.js';
import { readSheet, type Reading } from './journal-rows.js';
import type { Sheet } from './sheet.js';

const topics = [
  { code: 'dorogi', name: 'Дороги' },
  { code: 'sady', name: 'Детские сады' },
];
const columnsOf = (sheet: Sheet, chosen?: ChosenColumns) => columnsBy(sheet, JOURNAL, chosen);
const reading: Reading = { today: '2026-11-27', topics };
const heads = ['№ п/п', 'Дата', 'ФИО', 'Содержание', 'Тематика', 'Исп.', 'Снято', 'Результат'];

function sheetOf(rows: readonly (readonly string[])[], name = '2025'): Sheet {
  return { name, rows: rows.map((row) => row.map((text) => ({ text }))) };
}

const row = (
  number: string,
  date: string,
  more: Partial<Record<'who' | 'text' | 'topic' | 'by' | 'answer', string>> = {},
) => [
  number,
  date,
  more.who ?? 'Семёнова Л. И.',
  more.text ?? 'Зимник до Чагды',
  more.topic ?? 'дороги',
  more.by ?? 'Ли',
  more.answer ?? '',
  'разъяснено',
];

describe('columns', () => {
  const kinds = (sheet: Sheet) => columnsOf(sheet).columns.map(({ kind }) => kind);

  it('are recognised by their titles', () => {
    const sheet = sheetOf([heads, row('1', '09.01.2025')]);
    expect(kinds(sheet)).toEqual(['NUMBER', 'DATE', 'APPLICANT', 'TEXT', 'TOPIC', 'EXECUTOR', 'ANSWER_DATE', 'RESULT']);
    expect(columnsOf(sheet).firstRow).toBe(1);
  });

  it('have heads of two lines, the upper one merged, below the name of the journal, above numbers of columns', () => {
    const sheet = sheetOf([
      ['Журнал регистрации обращений граждан за 2024 год'],
      [],
      ['Обращение', '', 'Заявитель', 'Суть', 'Ответ', ''],
      ['№', 'дата', '', '', 'исх. №', 'дата'],
      ['1', '2', '3', '4', '5', '6'],
      ['1', '09.01.2024', 'Семёнова Л. И.', 'Зимник', '15', '13.02.2024'],
    ]);
    expect(columnsOf(sheet).columns.map(({ title, kind }) => [title, kind])).toEqual([
      ['Обращение №', 'NUMBER'],
      ['Обращение дата', 'DATE'],
      ['Заявитель', 'APPLICANT'],
      ['Суть', 'TEXT'],
      ['Ответ исх. №', 'ANSWER_NUMBER'],
      ['Ответ дата', 'ANSWER_DATE'],
    ]);
    expect(readSheet(sheet, reading).entries).toMatchObject([
      { row: 6, number: '1', receivedOn: '2024-01-09', answerNumber: '15', answeredOn: '2024-02-13' },
    ]);
  });

  it('without titles are recognised by what is in them, to be checked', () => {
    const rows = Array.from({ length: 6 }, (_, at) => [
      String(at + 1),
      `0${at + 1}.02.2025`,
      'Иванова Мария Николаевна',
      'Нет света у школы',
    ]);
    const { columns, firstRow } = columnsOf(sheetOf(rows));
    expect(firstRow).toBe(0);
    expect(columns.map(({ kind, isByContent }) => [kind, isByContent])).toEqual([
      ['NUMBER', true],
      ['DATE', true],
      ['APPLICANT', true],
      ['TEXT', true],
    ]);
  });

  it('prefer the registration number to the number of the line, and a choice to both', () => {
    const sheet = sheetOf([
      ['№ п/п', 'Рег. №', 'Дата', 'Суть'],
      ['1', '17', '09.01.2025', 'Зимник'],
    ]);
    expect(columnsOf(sheet).columns.map(({ kind }) => kind)).toEqual([undefined, 'NUMBER', 'DATE', 'TEXT']);
    const chosen = columnsOf(sheet, { 0: 'NUMBER', 1: 'NONE' });
    expect(chosen.columns.map(({ kind }) => kind)).toEqual(['NUMBER', undefined, 'DATE', 'TEXT']);
  });

  it('that a journal needs are named where a sheet has none', () => {
    const sheet = sheetOf(
      [
        ['Отдел', 'Телефон'],
        ['ЖКХ', '2-15-30'],
      ],
      'Справочник',
    );
    expect(missingKinds(columnsOf(sheet), JOURNAL)).toEqual(['NUMBER', 'DATE', 'TEXT']);
    expect(readSheet(sheet, reading)).toMatchObject({ rows: 0, entries: [], faults: [] });
  });
});

describe('a date', () => {
  const read = (text: string, year?: number) => readDate({ text }, year, '2026-11-27');

  it.each([
    ['09.01.2025', '2025-01-09'],
    ['9/1/25', '2025-01-09'],
    ['01.02.25г.', '2025-02-01'],
    ['9 января 2025 г.', '2025-01-09'],
    ['12 мая 2025', '2025-05-12'],
    ['2025-01-09', '2025-01-09'],
    ['от 09.01.2025 10:15', '2025-01-09'],
    ['45666', '2025-01-09'],
  ])('is read from %s', (text, date) => expect(read(text)).toEqual({ date }));

  it.each([
    ['31.02.2025', 'DATE_NO_SUCH_DAY'],
    ['17.12', 'DATE_WITHOUT_YEAR'],
    ['09.01.2205', 'DATE_IN_FUTURE'],
    ['09.01.1925', 'DATE_TOO_EARLY'],
    ['вчера', 'DATE_UNREADABLE'],
  ])('%s is a fault', (text, fault) => expect(read(text)).toEqual({ fault }));
});

describe('numbers', () => {
  it('are the same however they are written, and a part number is another one', () => {
    expect(new Set(['12/О', '12-О', '12 О', '12o', '№ 12-о'].map(sameNumber)).size).toBe(1);
    expect(sameNumber('10-1')).not.toBe(sameNumber('101'));
  });

  it('count in the group of digits that differs most', () => {
    const numbers = ['01-15/7', '01-15/8', '01-15/9-1'];
    expect(numbers.map((one) => serialIn(one, countingGroup(numbers)))).toEqual([7, 8, 9]);
    expect(serialIn('1044-1', countingGroup(['1', '2', '1044-1']))).toBe(1044);
  });
});

describe('rows', () => {
  it('keep numbers and dates; totals, empty rows and repeated heads are no appeals', () => {
    const read = readSheet(
      sheetOf([
        heads,
        row('1', '09.01.2025', { answer: '13.02.2025' }),
        [],
        heads,
        row('2', '10.01.2025', { text: 'Холодно\nв квартире' }),
        ['', '', 'Итого', '2'],
      ]),
      reading,
    );
    expect(read).toMatchObject({ rows: 2, empty: 1, leftOut: 2, faults: [] });
    expect(read.entries).toMatchObject([
      { row: 2, number: '1', serial: 1, year: 2025, topic: 'dorogi', topicWord: 'дороги', answeredOn: '2025-02-13' },
      { row: 5, number: '2', serial: 2, text: 'Холодно\nв квартире', result: 'разъяснено' },
    ]);
  });

  it('have their faults by row and column; a doubt does not refuse the row', () => {
    const { faults, entries } = readSheet(
      sheetOf([
        heads,
        row('6', '31.02.2025'),
        row('10', '17.01.2025'),
        row('10', '20.01.2025'),
        row('14', '22.01.2025', { by: 'Охлопков/Ли' }),
        row('17', '24.01.2025', { topic: 'ветхое?' }),
        row('18', '27.01.2025', { who: '' }),
        row('19', '27.01.2025', { answer: '01.01.2025' }),
      ]),
      reading,
    );
    expect(faults).toEqual([
      { row: 2, column: 'B', kind: 'DATE', code: 'DATE_NO_SUCH_DAY', text: '31.02.2025', isRefused: true },
      {
        row: 4,
        column: 'A',
        kind: 'NUMBER',
        code: 'NUMBER_REPEATED',
        text: '10',
        like: { sheet: '2025', row: 3 },
        isRefused: true,
      },
      { row: 5, column: 'F', kind: 'EXECUTOR', code: 'SEVERAL_EXECUTORS', isRefused: false },
      { row: 6, column: 'E', kind: 'TOPIC', code: 'TOPIC_UNKNOWN', text: 'ветхое?', isRefused: false },
      { row: 7, column: 'C', kind: 'APPLICANT', code: 'APPLICANT_MISSING', isRefused: true },
      { row: 8, column: 'G', kind: 'ANSWER_DATE', code: 'ANSWER_BEFORE_ARRIVAL', text: '01.01.2025', isRefused: false },
    ]);
    expect(entries.map(({ number }) => number)).toEqual(['10', '14', '17', '19']);
  });

  it('without a year take it of neighbours that agree, else of the sheet, else are refused', () => {
    const between = (before: string, after: string) =>
      readSheet(sheetOf([heads, row('1', before), row('2', '17.12'), row('3', after)], 'Лист1'), reading);
    expect(between('16.12.2025', '18.12.2025').entries[1]).toMatchObject({ receivedOn: '2025-12-17' });
    expect(between('16.12.2024', '10.01.2025').faults).toMatchObject([{ row: 3, code: 'DATE_WITHOUT_YEAR' }]);
    expect(readSheet(sheetOf([heads, row('1', '17.12')], 'год 2023'), reading).entries).toMatchObject([{ year: 2023 }]);
  });

  it('are compared with what is stored, by month and topic; the numbers that no row has are named', () => {
    const read = readSheet(
      sheetOf([heads, row('1', '09.01.2025'), row('2', '10.02.2025'), row('5', '11.02.2025')]),
      reading,
    );
    expect(numbersOf([read])).toEqual([{ year: 2025, first: 1, last: 5, count: 3, absent: ['3–4'] }]);
    const stored = [{ month: '2025-02', topic: 'dorogi' }];
    const inFile = [...stored, { month: '2025-02', topic: '' }];
    expect(parityBy('month', inFile, stored)).toEqual([{ name: '2025-02', inFile: 2, stored: 1 }]);
    expect(parityBy('topic', inFile, stored)).toEqual([
      { name: '', inFile: 1, stored: 0 },
      { name: 'dorogi', inFile: 1, stored: 1 },
    ]);
  });
});
