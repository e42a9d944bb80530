import { expect, it } from '@jest/globals';
import { preparedStatements } from './prepared-statements.js';

it('gives a text the same name each time, and no name to more texts than it may', () => {
  const statement = preparedStatements('list', 2);
  const [one, two] = [statement('select 1'), statement('select 2')];
  expect(one).toEqual({ name: expect.stringMatching(/^list .{16}$/), text: 'select 1' });
  expect(two.name).not.toBe(one.name);
  expect(statement('select 3')).toEqual({ text: 'select 3' });
  expect([statement('select 1'), statement('select 2')]).toEqual([one, two]);
});
