import { expect, it } from '@jest/globals';
import { hashesOf, shareLeft, wordsLeft } from './words-left.js';

const taken = 'Яма на улице Ленина будет засыпана до {{срок}}. Работы ведёт подрядчик.';

it('is all of a text whose open fields were filled in, whatever else was added', () => {
  expect(wordsLeft(taken, `Сообщаем: ${taken.replace('{{срок}}', '1 июля')}`.toUpperCase())).toBe(100);
});

it('is the share of the words of four letters and more', () => {
  // Of «улице», «Ленина», «будет», «засыпана», «работы», «ведёт», «подрядчик»; the third and the last are left, and «на».
  expect(wordsLeft(taken, 'Щебень будет на месте, её ведет подрядчик')).toBe(43);
  expect(wordsLeft(taken, 'Совсем другой ответ')).toBe(0);
  expect(wordsLeft('{{срок}}', '')).toBe(100);
});

it('is counted as well by the numbers alone', () => {
  const numbers = hashesOf(taken);
  expect(numbers.every(Number.isInteger)).toBe(true);
  expect(shareLeft(numbers, 'работы на улице')).toBe(wordsLeft(taken, 'работы на улице'));
});
