import { describe, expect, it } from '@jest/globals';
import { canStandIn, keepAnAdministrator, rolesWanted, type HeldRole } from './held-roles.js';

const district = { departments: [{ id: 'd1', code: 'dorogi', name: 'Дороги' }] };
const holding = (...held: (readonly [HeldRole['role'], string?])[]) => ({
  assignments: held.map(([role, department]) => ({ district: 1, role, ...(department && { department }) })),
});

describe('wanted roles', () => {
  it('become roles by department id, each once', () => {
    expect(
      rolesWanted(district, [
        { role: 'EXECUTOR', department: 'dorogi' },
        { role: 'EXECUTOR', department: 'dorogi' },
        { role: 'HEAD', department: null },
      ]),
    ).toEqual([{ role: 'EXECUTOR', department: 'd1' }, { role: 'HEAD' }]);
  });

  it('are refused when there are none, of an unknown department, or not of an official', () => {
    expect(() => rolesWanted(district, [])).toThrow('ROLES_MISSING');
    expect(() => rolesWanted(district, [{ role: 'EXECUTOR', department: 'moon' }])).toThrow('DEPARTMENT_UNKNOWN');
    expect(() => rolesWanted(district, [{ role: 'RESIDENT' }])).toThrow('ROLE_UNKNOWN');
  });
});

describe('the last administrator', () => {
  const admin = (id: string) => ({ id, login: id, name: id, ...holding(['DISTRICT_ADMIN']) });
  it('cannot leave, another one can', () => {
    expect(() => keepAnAdministrator({ id: 1, officials: [admin('a')] }, 'a')).toThrow('LAST_ADMINISTRATOR');
    expect(() => keepAnAdministrator({ id: 1, officials: [admin('a'), admin('b')] }, 'a')).not.toThrow();
  });
});

describe('a stand-in', () => {
  it('holds every role of the absent official in the same department or in the whole district', () => {
    const away = holding(['EXECUTOR', 'd1'], ['REGISTRAR', 'd1']);
    expect(canStandIn(holding(['EXECUTOR', 'd1'], ['REGISTRAR']), away)).toBe(true);
    expect(canStandIn(holding(['EXECUTOR', 'd1']), away)).toBe(false);
    expect(canStandIn(holding(['EXECUTOR', 'd2'], ['REGISTRAR']), away)).toBe(false);
  });
});
