import { expect, it } from '@jest/globals';
import type { OfficialRole } from '@otklik/tenancy';
import { testDistrict } from '../../register-world.fixture.js';
import { worklistOf } from './worklists.js';

const roads = { id: 'd1', code: 'roads', name: 'Дороги' };
const district = testDistrict(1, 'aldan', { departments: [roads] });

const unassigned = (...held: readonly { readonly role: OfficialRole; readonly department?: string }[]) => {
  const assignments = held.map((one) => ({ district: 1, ...one }));
  const official = { kind: 'official', id: 'o', login: 'o', name: 'O', assignments } as const;
  return worklistOf('UNASSIGNED', official, district, '2026-12-02')?.filter;
};

it('lists to a head those alone that he can assign: a question without a department waits for the coordinator', () => {
  expect(unassigned({ role: 'HEAD' })).toEqual({ questionStates: ['ROUTED'] });
  expect(unassigned({ role: 'HEAD', department: 'd1' })).toEqual({
    questionStates: ['ROUTED'],
    departments: ['roads'],
  });
});

it('lists to the coordinator those without a department, too, whatever else he is', () => {
  const all = { questionStates: ['OPEN', 'ROUTED'] };
  expect(unassigned({ role: 'COORDINATOR' })).toEqual(all);
  expect(unassigned({ role: 'HEAD', department: 'd1' }, { role: 'COORDINATOR' })).toEqual(all);
  expect(unassigned({ role: 'EXECUTOR' })).toBeUndefined();
});
