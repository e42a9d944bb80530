import { expect, it } from '@jest/globals';
import { byPerson, initialsOf, isSameName, phoneEnd } from './persons.js';

const appeal = (id: string, sender: string | null, identity: string | null = null) => ({ id, sender, identity });

it('takes appeals of one contact or one identity for one person, and each without either for another', () => {
  const found = [
    appeal('1', 'phone'),
    appeal('2', null),
    appeal('3', 'mail', 'signed in'),
    appeal('4', 'phone'),
    appeal('5', 'other mail', 'signed in'),
    appeal('6', null),
  ];
  const ids = byPerson(found).map((person) => person.map(({ id }) => id));
  expect(ids).toEqual([['1', '4'], ['2'], ['3', '5'], ['6']]);
});

it('shows nothing of a name but initials, and of a telephone the last two digits', () => {
  expect([initialsOf('черёмушкин Виктор Павлович'), initialsOf('  '), initialsOf(undefined)]).toEqual([
    'Ч. В. П.',
    undefined,
    undefined,
  ]);
  expect(phoneEnd(['a1234567@example.org', '8 (924) 000-41-07'])).toBe('07');
  expect(phoneEnd([undefined, 'VK 1234567'])).toBeUndefined();
});

it('compares names by their words', () => {
  expect(isSameName('Черёмушкин Виктор', 'виктор  ЧЕРЕМУШКИН')).toBe(true);
  expect(isSameName('Черёмушкин Виктор', 'Черёмушкина Раиса')).toBe(false);
});
