import { expect, it } from '@jest/globals';
import { refusalsIn } from './refusals-in.js';

it('reads lines of a number and a reason', () => {
  const refused = [
    { number: 'АЛД-О-2026-3', reason: 'Не указан код вопроса' },
    { number: 'АЛД-О-2026-4', reason: 'Нет файла ответа' },
  ];
  const text = 'АЛД-О-2026-3  Не указан код вопроса\n\nАЛД-О-2026-4; Нет файла ответа\n';
  expect(refusalsIn(text)).toEqual({ refused });
  expect(refusalsIn('')).toEqual({ refused: [] });
});

it('says which line lacks a number or a reason', () => {
  expect(refusalsIn('7-12 Нет кода\n АЛД-О-2026-3\n5-99')).toEqual({ wrong: 'АЛД-О-2026-3' });
});

it('reads what a plugin answers, in which the taken have no message', () => {
  const answer = [
    { number: 'О-1', exceptionMessage: 'Нет кода' },
    { number: 'О-2' },
    { number: 'О-3', exceptionMessage: '' },
  ];
  expect(refusalsIn(JSON.stringify(answer))).toEqual({ refused: [{ number: 'О-1', reason: 'Нет кода' }] });
  expect(refusalsIn('[{"no":1}]')).toEqual({ wrong: '' });
  expect(refusalsIn('[1')).toEqual({ wrong: '' });
});
