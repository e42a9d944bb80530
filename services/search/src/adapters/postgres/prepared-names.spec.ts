import { expect, it } from '@jest/globals';
import { preparedNames } from './prepared-names.js';

it('gives a text the same name each time, and no name to more texts than it may', () => {
  const nameOf = preparedNames('list', 2);
  const [one, two] = [nameOf('select 1'), nameOf('select 2')];
  expect(one).toMatch(/^list .{16}$/);
  expect(two).not.toBe(one);
  expect(nameOf('select 3')).toBeUndefined();
  expect([nameOf('select 1'), nameOf('select 2')]).toEqual([one, two]);
});
