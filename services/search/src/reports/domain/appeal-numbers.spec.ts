import { expect, it } from '@jest/globals';
import { appealOf, type NumberedAppeal } from './appeal-numbers.js';

const of = (id: string, number: string | undefined, ...ofBodies: readonly string[]): NumberedAppeal => ({
  id,
  number,
  ofBodies,
});
const found = (appeals: readonly NumberedAppeal[], typed: string) => {
  const one = appealOf(appeals, typed);
  return typeof one === 'string' ? one : one.id;
};

it('finds no appeal by a number that none has, also where it has no letter or no digit', () => {
  const two = [of('a', 'АЛД-1', '7-12'), of('b', 'АЛД-2', '5-99')];
  expect(found(two, '9-9')).toBe('NONE');
  expect(found(two, 'без номера')).toBe('NONE');
  expect(found(two, '5-99')).toBe('b');
  expect(found([of('a', undefined, 'Без номера')], ' без номера ')).toBe('a');
});

it('takes any spelling of a number, and the one that is written so before others', () => {
  expect(found([of('a', 'АЛД-О-2026-6')], 'алд о 2026/6')).toBe('a');
  expect(found([of('a', 'А-12'), of('b', 'АЛД-2', 'А-1-2')], 'а-1-2')).toBe('b');
});

it('takes a number of the register before that of a body, and none of several', () => {
  expect(found([of('a', 'АЛД-1', 'Б-5'), of('b', 'Б-5')], 'Б-5')).toBe('b');
  expect(found([of('a', 'АЛД-1', '12-1'), of('b', 'АЛД-2', '12-1')], '12-1')).toBe('SEVERAL');
  expect(found([of('a', 'АЛД-1', '12-1', '12-1')], '12-1')).toBe('a');
  expect(found([of('a', 'АЛД-1', 'П/7-1'), of('b', 'АЛД-2', 'П-71')], 'п 71')).toBe('SEVERAL');
});
