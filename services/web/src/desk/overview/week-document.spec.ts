import { beforeAll, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import type { BoardQuery } from '../../generated/graphql.js';
import words from '../../words/ru/index.js';
import later from '../../words/ru/later.js';
import { weekDocument, weekNames } from './week-document.js';

const numbers = { open: 64, dueToday: 3, coming: 12, overdue: 2, answered: 38, kept: 36, late: 1, sameDay: 9 };
const whole = { ...numbers, code: 'aldan', name: 'Алдан', unassigned: 4, extended: 0, promised: 0, promisesMissed: 0 };
const part = { ...whole, code: 'zhkh', name: 'Отдел ЖКХ', open: 60, overdue: 1, answered: 30, kept: 29 };
const board = {
  whole,
  departments: [part],
  topics: [{ ...part, code: 'dorogi', name: 'Дороги' }],
  executors: [{ ...numbers, id: 'e-1', executor: { name: 'Охлопков Д. И.' } }],
  coming: [{ on: '2026-11-28', due: 5 }],
} as unknown as BoardQuery['board'];
const period = { from: '2026-11-21', to: '2026-11-27' };

beforeAll(() => {
  const texts = Object.entries({ ...words, ...later }).flatMap(([file, of]) =>
    Object.entries(of).map(([id, text]) => [`${file}.${id}`, text]),
  );
  i18n.loadAndActivate({ locale: 'ru', messages: Object.fromEntries(texts) as Record<string, string> });
});

it('holds the numbers of the board, each as its list counts them', () => {
  const { title, tables } = weekDocument({ board, before: whole }, { district: 'Алданский район', period });
  expect(title).toBe('Неделя руководителя, Алданский район, 21.11.2026 — 27.11.2026');
  const [departments, topics, executors, days] = tables;
  const counts = (of: typeof numbers) => weekNames.map((name) => of[name]);
  expect(departments!.rows.map(([name, ...cells]) => [name, cells.slice(0, -1)])).toEqual([
    ['Отдел ЖКХ', counts(part)],
    ['Отдел не выбран', [4, 0, 0, 1, 8, 7, 0, 0]],
    ['Весь район', counts(whole)],
  ]);
  expect(topics!.rows.map(([name]) => name)).toEqual(['Дороги']);
  expect(executors!.rows.map(([name]) => name)).toEqual(['Охлопков Д. И.']);
  expect(days!.rows).toEqual([['28.11.2026', 5]]);
  for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
});

it('tells the week beside the one before, shares of answers that had a term', () => {
  const { text } = weekDocument(
    { board, before: { ...whole, answered: 20, kept: 20, late: 0 } },
    { district: 'Алданский район', period },
  );
  expect(text).toEqual([
    'В работе вопросов: 64, из них просрочено 2, срок сегодня 3, срок в ближайшие 7 дней 12, без исполнителя 4.',
    'За неделю ответов: 38, в срок 36 (97,3\u00a0%), позже срока 1, в тот же день 9.',
    'За семь дней до неё ответов: 20, в срок 100\u00a0%.',
  ]);
});
