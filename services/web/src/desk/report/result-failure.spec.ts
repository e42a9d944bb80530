import { beforeAll, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import words from '../../words/ru/index.js';
import later from '../../words/ru/later.js';
import { resultFailure } from './result-failure.js';

const refused = [
  { number: 'АЛД-1', reason: 'Нет кода' },
  { number: '12-1', reason: 'Нет файла' },
];

beforeAll(() => {
  const texts = Object.entries({ ...words, ...later }).flatMap(([file, of]) =>
    Object.entries(of).map(([id, text]) => [`${file}.${id}`, text]),
  );
  i18n.loadAndActivate({ locale: 'ru', messages: Object.fromEntries(texts) as Record<string, string> });
});

it('names the line that is to be mended', () => {
  const field = 'input.refused.1.number';
  expect(resultFailure({ code: 'VALUE_MALFORMED', message: 'x', field }, refused)).toMatch(/^«12-1»: .*нет/);
  expect(resultFailure({ code: 'BAD_INPUT', message: 'x', field }, refused)).toMatch(/^«12-1»: .*у нескольких/);
  const reason = { code: 'TEXT_TOO_LONG', message: 'Слишком длинно.', field: 'input.refused.0.reason' };
  expect(resultFailure(reason, refused)).toBe('АЛД-1: Слишком длинно.');
});

it('says what else went wrong in the words of the server, and that no answer came', () => {
  const many = { code: 'TOO_MANY_ITEMS', message: 'Слишком много.', field: 'input.refused' };
  expect(resultFailure(many, refused)).toBe('Слишком много.');
  expect(resultFailure({ code: 'NETWORK', message: '' }, refused)).toBe('Нет связи с сервером.');
});
