import { expect, it } from '@jest/globals';
import { isSameLetter, type LetterParts } from './same-letter.js';

const home = { name: 'Петров Семён Ильич', address: 'ул. Речная, 7' };
const text = 'Прошу заменить окна в подъезде дома Речная, 7: дует, стёкол нет.';
const typedAnew = 'Просит о замене окон в подъезде № 1 дома 7 по ул. Речной.';
const playground = 'Прошу построить детскую площадку на улице Речной.';

it.each<[string, boolean, LetterParts, LetterParts]>([
  ['word for word, of one sender', true, { text, ...home }, { text, ...home }],
  [
    'typed by two people',
    true,
    { text, ...home },
    { text: typedAnew, name: 'петров семен ильич', address: 'Речная ул 7' },
  ],
  [
    'typed by two people, by one contact',
    true,
    { text, contact: 'c1' },
    { text: `${text} Жду ответа.`, contact: 'c1' },
  ],
  ['of one sender about another matter', false, { text, ...home }, { text: playground, ...home }],
  ['of one contact about another matter', false, { text, contact: 'c1' }, { text: playground, contact: 'c1' }],
  ['of one account about another matter', false, { text, subject: 's1' }, { text: playground, subject: 's1' }],
  ['a text that two people copied', false, { text, ...home }, { text, name: 'Сидорова Анна', address: 'Речная, 9' }],
  ['a text, once by the initials', true, { text, ...home }, { text, name: 'Петров С. И.' }],
  ['a text, once without a name', true, { text, ...home }, { text }],
  ['a text of nobody', true, { text }, { text: text.toUpperCase() }],
  ['two texts of nobody', false, { text }, { text: playground }],
  ['of which nothing is left', false, {}, {}],
])('%s: %s', (_, isSame, one, other) => {
  expect(isSameLetter(one, other)).toBe(isSame);
  expect(isSameLetter(other, one)).toBe(isSame);
});
