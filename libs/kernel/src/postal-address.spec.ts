import { expect, it } from '@jest/globals';
import { namesPlace } from './postal-address.js';

it.each([
  ['678500, с. Туора, ул. Речная, 5', true],
  ['а/я 17, Алдан', true],
  ['-', false],
  ['. .', false],
  ['б/а', false],
  ['678500', false],
])('%s names a place: %s', (address, isNamed) => {
  expect(namesPlace(address)).toBe(isNamed);
});
