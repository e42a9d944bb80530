import { beforeAll, describe, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import words from '../../../words/ru/index.js';
import { historyLines, type HistoryFact } from './history-lines.js';
import { lineWords, moreWords } from './line-words.js';

beforeAll(() => {
  const ofCard = Object.entries(words.card).map(([id, text]) => [`card.${id}`, text]);
  i18n.loadAndActivate({ locale: 'ru', messages: Object.fromEntries(ofCard) });
});

const zone = 'Asia/Yakutsk';
const opened = '2026-10-27T01:00:00.000Z';

type Term = NonNullable<HistoryFact['term']>;

function fact(type: HistoryFact['type'], more: Partial<HistoryFact> = {}): HistoryFact {
  return {
    type,
    at: opened,
    title: 'Заголовок',
    text: null,
    rule: null,
    into: [],
    changes: [],
    question: 'q1',
    term: null,
    by: null,
    onBehalfOf: null,
    notice: null,
    body: null,
    ...more,
  };
}

function termFact(type: HistoryFact['type'], term: Partial<Term>, more: Partial<HistoryFact> = {}): HistoryFact {
  const whole = { duty: 'ANSWER', dueOn: '2026-11-26', dueAt: null, before: null, reason: null, share: null } as const;
  return fact(type, { term: { ...whole, ...term }, ...more });
}

const ofOne = new Map([['q1', 1]]);
const ofThree = new Map([
  ['q1', 1],
  ['q2', 2],
  ['q3', 3],
]);
const told = (history: readonly HistoryFact[], ordinals = ofOne) =>
  historyLines(history).map((line) => lineWords(line, ordinals, zone));

const set = [
  termFact('DEADLINE_SET', {}),
  termFact('DEADLINE_SET', { duty: 'FORWARD', dueOn: '2026-11-03' }),
  termFact('DEADLINE_SET', { duty: 'RETURN', dueOn: '2026-11-03' }, { rule: 'COURT' }),
];

describe('words of a line', () => {
  it('are the terms that an act set; those of another decision are for the unfolded history', () => {
    expect(told(set)).toEqual(['Установлены сроки: ответить до 26.11; если вопрос не наш, направить до 03.11']);
    const more = moreWords(historyLines(set)[0]!, ofOne, { zone, textOf: () => undefined });
    expect(more).toBe('если обжалуется решение суда, вернуть до 03.11');
  });

  it('say the hour of a term in hours', () => {
    const hours = termFact('DEADLINE_SET', { dueAt: '2026-11-26T09:00:00.000Z' });
    expect(told([hours])).toEqual(['Установлен срок: ответить до 26.11, 18:00']);
  });

  it('say from what to what a term was moved, and why', () => {
    const at = '2026-11-20T01:00:00.000Z';
    const extended = fact('DEADLINE_EXTENDED', { at, title: 'Срок продлён' });
    const moved = termFact('DEADLINE_SET', { dueOn: '2026-12-26' }, { at });
    expect(told([...set, extended, moved])[1]).toBe('Срок продлён: ответить до 26.12 (было до 26.11)');
    const anew = termFact('DEADLINE_SET', { before: '2026-11-25', reason: 'CALENDAR_DECREED' });
    expect(told([anew])).toEqual(['Срок пересчитан, вышел календарь года: ответить до 26.11 (было до 25.11)']);
  });

  it('say of a warning which term it is, and how much has passed', () => {
    expect(told([termFact('DEADLINE_NEAR', { share: 80 })])).toEqual(['Срок ответа, до 26.11: прошло 80 %']);
    const missed = termFact('DEADLINE_MISSED', { duty: 'FORWARD', dueOn: '2026-11-03' }, { question: 'q2' });
    expect(told([missed], ofThree)).toEqual(['Вопрос 2. Срок направления по компетенции пропущен: был до 03.11']);
  });

  it('name all parts of a split, and tell them once unfolded', () => {
    const split = fact('QUESTION_SPLIT', { text: 'О дороге', into: ['q2', 'q3'] });
    expect(told([split], ofThree)).toEqual(['Вопрос 1. Разделено на вопросы 1, 2, 3']);
    const texts = new Map([['q2', 'О мосте']]);
    const more = moreWords(historyLines([split])[0]!, ofThree, { zone, textOf: (id) => texts.get(id) });
    expect(more).toBe('1. О дороге\n2. О мосте');
  });
});
