import { expect, it } from '@jest/globals';
import type { SeenRow } from '../../old-journal/domain/body-row.js';
import type { Sheet } from '../../old-journal/domain/sheet.js';
import { readPosSheet } from './pos-rows.js';

const heads = [
  'ID сообщения',
  'Дата создания',
  'Статус',
  'Категория',
  'Текст сообщения',
  'Адрес',
  'Срок ответа',
  'ФИО',
];
const row = (cells: Partial<Record<'id' | 'on' | 'state' | 'topic' | 'text' | 'due', string>>) => [
  ...[
    cells.id ?? '44120177',
    cells.on ?? '20.11.2026 14:05',
    cells.state ?? 'На рассмотрении',
    cells.topic ?? 'Дороги',
  ],
  ...[cells.text ?? 'Яма у школы', 'ул. Лесная, 7', cells.due ?? '10.12.2026', 'Ким Вера'],
];
const reading = () => ({
  today: '2026-12-03',
  topics: [{ code: 'dorogi', name: 'Дороги' }],
  seen: new Map<string, SeenRow>(),
});

function read(rows: readonly (readonly string[])[], name = 'Лист1', by = reading()) {
  const sheet: Sheet = { name, rows: [heads, ...rows].map((cells) => cells.map((text) => ({ text }))) };
  return readPosSheet(sheet, by);
}

it('reads a list of the platform: number, day of filing, term, topic of the district', () => {
  const { columns, entries, faults } = read([row({})]);
  expect(columns.columns.map(({ kind }) => kind)).toEqual([
    ...['NUMBER', 'DATE', 'STATE', 'TOPIC', 'TEXT', 'PLACE', 'DUE', 'APPLICANT'],
  ]);
  expect(entries).toEqual([
    {
      sheet: 'Лист1',
      row: 2,
      number: '44120177',
      key: '44120177',
      receivedOn: '2026-11-20',
      dueOn: '2026-12-10',
      text: 'Яма у школы',
      topic: 'dorogi',
      topicWord: 'Дороги',
      place: 'ул. Лесная, 7',
      applicant: 'Ким Вера',
    },
  ]);
  expect(faults).toEqual([]);
});

it('leaves what has its end there, and says what is wrong by row and column; a term that is lost refuses its row', () => {
  const { rows, ended, entries, faults } = read([
    row({ id: '1', state: 'Решено' }),
    row({ id: '2', due: '31.11.2026' }),
    row({ id: '3', due: '01.11.2026' }),
    row({ id: '4,4E+10' }),
    row({ id: '5', on: '' }),
    row({ id: '6', text: ' ', topic: '' }),
    row({ id: '7', due: '', topic: 'Прочее' }),
    row({ id: '№ 7' }),
  ]);
  expect([rows, ended]).toEqual([7, { Решено: 1 }]);
  expect(faults.map(({ row: at, column, code, like }) => [at, column, code, ...(like ? [like.row] : [])])).toEqual([
    [3, 'G', 'DATE_NO_SUCH_DAY'],
    [4, 'G', 'DUE_BEFORE_ARRIVAL'],
    [5, 'A', 'NUMBER_LOST'],
    [6, 'B', 'DATE_MISSING'],
    [7, 'E', 'TEXT_MISSING'],
    [9, 'A', 'NUMBER_REPEATED', 8],
  ]);
  expect(entries).toMatchObject([{ number: '7', topicWord: 'Прочее' }]);
  expect(entries[0]).not.toHaveProperty('dueOn');
});

it('takes a message whose state is no end there, by the whole cell', () => {
  const open = ['Не решено', 'Ожидает решения', 'Отправлено на решение', 'Не закрыто', 'Ответ отклонён', ''];
  const ends = ['Решён', 'ЗАКРЫТО', 'Отклонено модератором', 'Ответ направлен.'];
  const { entries, ended } = read([...open, ...ends].map((state, at) => row({ id: `${at}`, state })));
  expect(entries).toHaveLength(open.length);
  expect(ended).toEqual({ Решён: 1, ЗАКРЫТО: 1, 'Отклонено модератором': 1, 'Ответ направлен.': 1 });
});

it('takes a number once, on whichever sheet of the file it is', () => {
  const by = reading();
  read([row({})], 'Ноябрь', by);
  expect(read([row({})], 'Декабрь', by).faults).toMatchObject([{ code: 'NUMBER_REPEATED' }]);
});

it('is no list of the platform without number, day and text', () => {
  const sheet: Sheet = { name: 'Отделы', rows: [[{ text: 'Отдел' }, { text: 'Кабинет' }]] };
  expect(readPosSheet(sheet, reading()).missing).toEqual(['NUMBER', 'DATE', 'TEXT']);
});
