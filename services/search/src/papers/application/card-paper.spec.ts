import { expect, it } from '@jest/globals';
import { cardPaper, type PrintedCard } from './card-paper.js';

const district = { code: 'aldan', name: 'Алданский район', zone: 'Asia/Yakutsk' };
const question = {
  ordinal: 1,
  executor: { name: 'Ли П. А.' },
  department: { name: 'Дороги' },
  dueOn: '2026-12-16',
  controlledUntil: '2026-12-14',
  result: 'SATISFIED',
};
const resolution = { text: 'Назвать день открытия', by: { name: 'Громова Е. В.' }, at: '2026-11-16T20:00:00.000Z' };
const card = (over: object = {}): PrintedCard =>
  ({
    row: {
      regime: 'APPEAL_59FZ',
      channel: 'SITE',
      receipt: '1',
      receivedAt: '2026-11-16T01:00:00.000Z',
      questions: [question],
    },
    files: [],
    entry: null,
    history: [],
    text: 'Зимник не открыт',
    questions: [
      {
        resolutions: [{ ...resolution, text: 'прежняя' }, resolution],
        coExecutors: [{ name: 'Охлопков Д. И.' }],
        coDepartments: [{ name: 'ЖКХ' }],
        parts: [
          { official: { name: 'Охлопков Д. И.' }, department: null, text: 'смету', until: '2026-12-01', doneAt: null },
        ],
        extension: { state: 'IN_FORCE', until: '2027-01-15' },
      },
    ],
    notices: [
      { kind: 'ANSWERED', outgoing: { number: '02-11/7', on: '2026-11-25', annulled: false } },
      { kind: 'ANSWERED', outgoing: { number: '02-11/6', on: '2026-11-24', annulled: true } },
      { kind: 'REGISTERED', outgoing: { number: '02-11/5', on: '2026-11-23', annulled: false } },
    ],
    ...over,
  }) as unknown as PrintedCard;
const printed = (of: PrintedCard) => {
  const paper = cardPaper({ card: of, by: 'Кузьмина', madeAt: '2026-11-27T05:00:00.000Z', district });
  const texts = [...paper.fields, ...paper.outcome].map(({ title, text }) => [title, text] as const);
  return { paper, text: Object.fromEntries(texts) };
};

it('has resolution, its author and day, executors, control, term, answer and result from what happened', () => {
  const { paper, text } = printed(card());
  expect(text).toMatchObject({
    Резолюция: 'Назвать день открытия',
    'Автор резолюции, дата': 'Громова Е. В., 17.11.2026',
    'Дата и № ответа': '25.11.2026 № 02-11/7',
    'Срок продлён до': '15.01.2027',
  });
  expect(text['Результат']).not.toBe('');
  expect(paper.questions).toEqual([
    ['1', 'Ли П. А., соисп. Охлопков Д. И. (смету, до 01.12.2026), соисп. ЖКХ, Дороги', '16.12.2026'],
  ]);
  expect(paper.control).toBe('доложить до 14.12.2026');
});

it('has the sheets that the registrar counted, and the term of what was answered', () => {
  const row = { ...card().row, questions: [{ ...question, dueOn: null, deadline: { dueOn: '2026-12-16' } }] };
  const { paper, text } = printed(card({ row, entry: { sheets: 3, enclosures: 2 } }));
  expect(text['Листов, приложений']).toBe('3, прил. 2');
  expect(paper.questions[0]).toContain('16.12.2026');
  expect(printed(card({ files: [{}, {}] })).text['Листов, приложений']).toBe('2');
});

it('leaves room for what is not known yet', () => {
  const row = { ...card().row, questions: [{ ...question, result: null }] };
  const { text } = printed(card({ row, notices: [], questions: [{ resolutions: [], coExecutors: [] }] }));
  for (const title of ['Резолюция', 'Автор резолюции, дата', 'Дата и № ответа', 'Срок продлён до', 'Результат'])
    expect([title, text[title]]).toEqual([title, '']);
});
