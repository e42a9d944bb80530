import { beforeAll, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import words from '../words/ru/index.js';
import later from '../words/ru/later.js';
import { reportDocument, type Reported } from './report-document.js';
import { soughtIn } from './sought.js';

beforeAll(() => {
  const texts = Object.entries({ ...words, ...later }).flatMap(([file, of]) =>
    Object.entries(of).map(([id, text]) => [`${file}.${id}`, text]),
  );
  i18n.loadAndActivate({ locale: 'ru', messages: Object.fromEntries(texts) as Record<string, string> });
});

const today = '2026-11-27';
const quartiles = { lower: 5, median: 16, upper: 20 };
const first = { lower: 2, median: 9, upper: 14 };
const again = { answeredOnce: 302, reopened: 30 };
const group = { value: 'aldan', questions: 320, late: 6, overdue: 3, rated: 0, satisfied: 0, ownDays: null };
const of = {
  name: 'Ветхое жильё',
  sought: soughtIn('?q=ветхое жильё&topic=dorogi&from=2026-01-01', today),
  today,
  found: {
    total: 654,
    totalIsExact: true,
    facets: {
      topics: [{ value: 'dorogi', name: 'Дороги', count: 412 }],
      departments: [],
      settlements: [],
      channels: [],
      terms: [],
      results: [],
      classifiers: [],
      regimes: [],
      senders: [],
      networks: [],
      ratings: [],
      reopened: [],
      states: [{ value: 'ANSWERED', count: 600 }],
      months: [
        { value: '2026-11', count: 85 },
        { value: '2026-10', count: 77 },
      ],
    },
  },
  districts: [
    { name: 'Алданский район', population: 75_000, count: 310 },
    { name: 'Верхнетаёжный район', population: 9_000, count: 21 },
  ],
  answers: {
    isExact: true,
    groups: [
      {
        ...group,
        name: 'Алданский район',
        answered: 302,
        kept: 296,
        sameDay: 151,
        days: quartiles,
        firstDays: first,
        ...again,
      },
      {
        ...group,
        name: 'Верхнетаёжный район',
        answered: 20,
        kept: 20,
        sameDay: 20,
        late: 0,
        days: quartiles,
        firstDays: first,
        answeredOnce: 20,
        reopened: 1,
      },
    ],
  },
} as unknown as Reported;

it('holds the numbers of the screen, with what was searched', () => {
  const { title, text, tables, notes } = reportDocument(of);
  expect(title).toBe('Отчёт по поиску «Ветхое жильё»');
  expect(text).toEqual([
    'Слова: ветхое жильё.',
    'Поступили: 01.01.2026 — 27.11.2026.',
    'Районы: Алданский, Верхнетаёжный.',
    'Отобраны: Тема: Дороги.',
    'Найдено обращений: 654.',
  ]);
  const rowsOf = (name: string) => tables.find((one) => one.title === name)!.rows;
  expect(rowsOf('Тема')).toEqual([['Дороги', 412]]);
  expect(rowsOf('По месяцам')).toEqual([
    ['октябрь 2026', 77],
    ['ноябрь 2026', 85],
  ]);
  expect(notes[1]).toContain('обращения по 59-ФЗ');
  for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
});

it('puts an interval beside each share, and compares no few', () => {
  const tables = reportDocument(of).tables;
  expect(tables.find(({ title }) => title === 'На 1 000 жителей')!.rows).toEqual([
    ['Алданский', 310, 4.1, 3.7, 4.6],
    ['Верхнетаёжный', 21, '—', '—', '—'],
  ]);
  expect(tables.at(-1)!.rows).toEqual([
    ['Алданский', 302, 9, 16, '98 %', '96–99', '50 %', '44–56', '10 %', '7–14', 6, 3],
    ['Верхнетаёжный', 20, '—', '—', '—', '—', '—', '—', '—', '—', 0, 3],
  ]);
});

it('has no table of answers for who may not see them', () => {
  expect(reportDocument({ ...of, answers: undefined }).tables.at(-1)!.title).toBe('Состояние');
});

const byMonth = { ...of, sought: soughtIn('?by=MONTH', today) };
const month = (value: string) => ({ ...of.answers!.groups[0]!, value, name: value });

it('calls months as people do, in the order of the calendar', () => {
  const groups = ['2026-11', '2026-10'].map(month);
  const { rows } = reportDocument({ ...byMonth, answers: { isExact: true, groups } }).tables.at(-1)!;
  expect(rows.map(([name]) => name)).toEqual(['октябрь 2026', 'ноябрь 2026']);
});

it('says where the newest answers alone are counted', () => {
  const said = 'Нашлось больше 10 000 обращений, посчитаны самые новые.';
  expect(reportDocument(of).notes).not.toContain(said);
  expect(reportDocument({ ...of, answers: { ...of.answers!, isExact: false } }).notes).toContain(said);
});

it('names the first of many values of a filter, and how many more there are', () => {
  const chosen = Array.from({ length: 40 }, (_, at) => `settlement=place-${at}`).join('&');
  const { text } = reportDocument({ ...of, sought: soughtIn(`?${chosen}`, today) });
  expect(text.find((one) => one.startsWith('Отобраны'))).toMatch(/: place-0, .*, place-11 и ещё 28\.$/u);
});
