import { expect, it } from '@jest/globals';
import { formOfAddress } from './person-name.js';

it.each([
  ['Ефремов Степан Ильич', 'Степан Ильич', 'MALE'],
  ['Раиса Егоровна Пестерева', 'Раиса Егоровна', 'FEMALE'],
  ['Виктория Павловна', 'Виктория Павловна', 'FEMALE'],
  ['Иван Иванов', 'Иван Иванов', undefined],
  ['Айыына Өлөксөөндөрөбүнэ', 'Айыына Өлөксөөндөрөбүнэ', undefined],
  ['Кич', 'Кич', undefined],
])('addresses %s as %s', (name, address, gender) => {
  expect(formOfAddress(name)).toEqual({ name: address, gender });
});
