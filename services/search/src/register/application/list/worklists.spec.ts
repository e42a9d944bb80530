import { expect, it } from '@jest/globals';
import type { OfficialRole } from '@otklik/tenancy';
import { testDistrict } from '../../register-world.fixture.js';
import { givenTo, worklistOf, type ViewerWorklist } from './worklists.js';

const roads = { id: 'd1', code: 'roads', name: 'Дороги' };
const district = testDistrict(1, 'aldan', { departments: [roads] });

type Held = readonly { readonly role: OfficialRole; readonly department?: string }[];

const holding = (held: Held) => {
  const assignments = held.map((one) => ({ district: 1, ...one }));
  return { kind: 'official', id: 'o', login: 'o', name: 'O', assignments } as const;
};
const listed = (code: ViewerWorklist['code'], held: Held) =>
  worklistOf(code, holding(held), district, '2026-12-02')?.filter;
const unassigned = (...held: Held) => listed('UNASSIGNED', held);
const toPublish = (...held: Held) => listed('TO_PUBLISH', held);

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

it.each(['APPROVER', 'SIGNATORY', 'HEAD'] as const)('lists to the %s what waits for its release', (role) => {
  expect(toPublish({ role })).toEqual({ publications: ['PROPOSED'] });
  expect(toPublish({ role, department: 'd1' })).toEqual({ publications: ['PROPOSED'], departments: ['roads'] });
  // Who releases sees that alone, whatever else he may prepare.
  expect(toPublish({ role: 'COORDINATOR' }, { role })).toEqual({ publications: ['PROPOSED'] });
});

it('lists what its author lets be published to who prepares it: to an executor, of his own questions', () => {
  for (const role of ['MODERATOR', 'COORDINATOR', 'CONTROLLER'] as const)
    expect(toPublish({ role })).toEqual({ publications: ['ALLOWED'] });
  const executor = { role: 'EXECUTOR' } as const;
  expect(toPublish(executor)).toEqual({ publications: ['ALLOWED'], ...givenTo(holding([executor]), district) });
  expect(Object.keys(givenTo(holding([executor]), district))).not.toEqual([]);
  for (const role of ['REGISTRAR', 'ANALYST', 'DISTRICT_ADMIN'] as const) expect(toPublish({ role })).toBeUndefined();
});
