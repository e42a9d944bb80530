import { expect, it } from '@jest/globals';
import type { RoleAssignment } from './actor.js';
import { departmentsOf, mayActIn } from './departments.js';

const district = {
  id: 1,
  departments: [
    { id: 'd1', code: 'works', name: 'Works' },
    { id: 'd2', code: 'housing', name: 'Housing' },
  ],
};
const held: RoleAssignment[] = [
  { district: 1, role: 'EXECUTOR', department: 'd1' },
  { district: 1, role: 'HEAD' },
  { district: 2, role: 'EXECUTOR' },
  { district: 1, role: 'EXECUTOR', department: 'gone' },
];

it('returns the departments of a bound role and ALL for an unbound one', () => {
  expect(departmentsOf(held, district, ['EXECUTOR'])).toEqual(['works']);
  expect(departmentsOf(held, district, ['EXECUTOR', 'HEAD'])).toBe('ALL');
});

it('ignores other roles and other districts', () => {
  expect(departmentsOf(held, district, ['APPROVER'])).toEqual([]);
  expect(departmentsOf(held, { ...district, id: 3 }, ['EXECUTOR', 'HEAD'])).toEqual([]);
});

it('returns no department for actors other than officials', () => {
  const official = { kind: 'official', id: 'o', login: 'o', name: 'Somebody', assignments: held } as const;
  expect(mayActIn(official, district, ['EXECUTOR'])).toEqual(['works']);
  expect(mayActIn({ kind: 'system', id: 's' }, district, ['EXECUTOR'])).toEqual([]);
});
