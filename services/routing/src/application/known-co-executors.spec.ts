import { expect, it } from '@jest/globals';
import { permissionMatrix, type Directory, type OfficialRole } from '@otklik/tenancy';
import { knownCoExecutors } from './known-co-executors.js';

const here = { id: 1, zone: 'Asia/Yakutsk', departments: [{ code: 'works' }] };
const context = { inDistrict: here, commandId: 'c1', at: '2026-11-25T02:00:00.000Z' } as never;
const directoryOf = (role: OfficialRole, district = 1): Directory =>
  ({ officialById: () => ({ assignments: [{ district, role }] }) }) as never;
const given = { officials: ['A'], departments: [], parts: [{ official: 'A', text: 'The prices.' }] };

it('gives parts to whom `finishPart` permits to say that they are done, in this district', () => {
  const mayBeDone = (role: OfficialRole, district?: number) =>
    knownCoExecutors(given, context, directoryOf(role, district)).parts!.mayBeDone;
  const roles: readonly OfficialRole[] = ['EXECUTOR', 'APPROVER', 'SIGNATORY', 'HEAD', 'COORDINATOR', 'CONTROLLER'];
  expect(roles.filter((role) => mayBeDone(role))).toEqual(
    roles.filter((role) => permissionMatrix().get('Mutation.finishPart')!.includes(role)),
  );
  expect(mayBeDone('EXECUTOR', 2)).toBe(false);
});

it('takes a part from any official, and gives one to any department', () => {
  const parts = [{ official: 'A' }, { department: 'works', text: 'The act.' }];
  expect(knownCoExecutors({ ...given, parts }, context, directoryOf('COORDINATOR')).parts).toEqual({
    commandId: 'c1',
    each: [{ official: 'a' }, { department: 'works', text: 'The act.' }],
    mayBeDone: true,
    today: '2026-11-25',
  });
});
