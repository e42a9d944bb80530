import { beforeAll, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import words from '../../../words/ru/index.js';
import { historyWords } from './history-words.js';

beforeAll(() => {
  const ofCard = Object.entries(words.card).map(([id, text]) => [`card.${id}`, text]);
  i18n.loadAndActivate({ locale: 'ru', messages: Object.fromEntries(ofCard) });
});

const dispatched = { type: 'NOTICE_DISPATCHED', title: 'Уведомление отправлено' } as const;

it('says what a notice tells the applicant', () => {
  const item = { ...dispatched, notice: 'EXTENDED', body: null } as const;
  expect(historyWords(item)).toBe('Уведомление отправлено: о продлении срока');
});

it('says of a letter to a body what it is and to whom it went', () => {
  const item = { ...dispatched, notice: 'REQUEST', body: 'Водоканал' } as const;
  expect(historyWords(item)).toBe('Письмо отправлено: запрос, Водоканал');
});

it('leaves the other facts their titles', () => {
  const item = { type: 'QUESTION_ROUTED', title: 'Направлено в отдел', notice: null, body: null } as const;
  expect(historyWords(item)).toBe('Направлено в отдел');
});
