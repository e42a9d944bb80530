import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, OfficialRole, RoleAssignment } from './actor.js';
import type { District, Official } from './directory.js';
import { memoryDirectory } from './memory-directory.js';
import { capacities, permit } from './permissions.js';
import { actingPost, isOnDuty, type Substitution } from './substitution.js';

const holding = (id: string, ...roles: readonly (readonly [OfficialRole, string?])[]): Official => ({
  id,
  login: id,
  name: id,
  assignments: roles.map(([role, department]) => ({ district: 1, role, ...(department && { department }) })),
});
const acting: Substitution = {
  id: 's',
  substitute: 'deputy',
  from: '2026-11-27',
  to: '2026-12-05',
  order: '№ 15',
  post: 'и. о. главы',
};
const deputy = holding('deputy', ['EXECUTOR', 'roads']);
const head: Official = { ...holding('head', ['HEAD'], ['SIGNATORY', 'housing']), substitutions: [acting] };
const districtOf = (id: number, ...officials: readonly Official[]): District =>
  ({ id, code: `d${id}`, zone: 'Asia/Yakutsk', officials }) as unknown as District;

const during = '2026-11-30T03:00:00.000Z';
let now = during;
beforeEach(() => {
  now = during;
});
const directory = memoryDirectory([districtOf(1, deputy, head), districtOf(2, deputy)], () => now);
const rolesAt = (at: string, login = 'deputy') => {
  now = at;
  return directory.official(login)!.assignments;
};
const inStead: readonly RoleAssignment[] = [
  { district: 1, role: 'HEAD', onBehalfOf: 'head' },
  { district: 1, role: 'SIGNATORY', department: 'housing', onBehalfOf: 'head' },
];

describe('a substitute', () => {
  it.each([
    ['before the first day begins in the district’s zone', '2026-11-26T14:59:59.000Z', []],
    ['from its midnight on', '2026-11-26T15:00:00.000Z', inStead],
    ['until the last day ends there', '2026-12-05T14:59:59.000Z', inStead],
    ['and no moment longer', '2026-12-05T15:00:00.000Z', []],
  ])('holds the roles of the absent in their departments, %s', (_, at, more) => {
    expect(rolesAt(at)).toEqual([...deputy.assignments, ...more]);
  });

  it('loses them at once when the substitution is ended, when the absent leaves, or with his own last role', () => {
    const ended = { ...head, substitutions: [{ ...acting, endedAt: '2026-11-27T02:00:00.000Z' }] };
    for (const officials of [
      [deputy, ended],
      [deputy, holding('other', ['HEAD'])],
    ]) {
      expect(memoryDirectory([districtOf(1, ...officials)], () => now).official('deputy')!.assignments).toHaveLength(1);
    }
    // He is an official of the neighbouring district only.
    const left = memoryDirectory([districtOf(1, head), districtOf(2, holding('deputy'))], () => now);
    expect(left.official('deputy')!.assignments).toEqual([]);
  });

  it('has no more than the absent one holds himself: nothing of another district, nothing of whom that one substitutes', () => {
    const wide: Official = { ...head, assignments: [...head.assignments, { district: 2, role: 'DISTRICT_ADMIN' }] };
    const admin: Official = {
      ...holding('admin', ['DISTRICT_ADMIN']),
      substitutions: [{ ...acting, substitute: 'head' }],
    };
    const chained = memoryDirectory([districtOf(1, deputy, wide, admin), districtOf(2, deputy)], () => now);
    expect(chained.official('head')!.assignments).toContainEqual(expect.objectContaining({ onBehalfOf: 'admin' }));
    expect(chained.official('deputy')!.assignments).toEqual([...deputy.assignments, ...inStead]);
  });

  it('is another than himself: his own rights and the absent one’s are never joined', () => {
    const actor = directory.official('deputy') as Extract<Actor, { kind: 'official' }>;
    expect(permit(actor, ['EXECUTOR', 'SIGNATORY'], 1)).toMatchObject({ permitted: true, role: 'EXECUTOR' });
    const [own, stead, ...others] = capacities(actor, ['EXECUTOR', 'SIGNATORY'], 1);
    expect(own).toMatchObject({ role: 'EXECUTOR', sender: { assignments: deputy.assignments } });
    expect(own).not.toHaveProperty('onBehalfOf');
    expect(stead).toMatchObject({ role: 'SIGNATORY', onBehalfOf: 'head', sender: { assignments: inStead } });
    expect(others).toEqual([]);
    expect(capacities(actor, ['HEAD'], 1)).toHaveLength(1);
    expect(capacities(actor, ['HEAD'], 2)).toEqual([]);
  });
});

it('the post is that of the substitution in force', () => {
  const district = districtOf(1, deputy, head);
  expect(actingPost(district, 'deputy', 'head', during)).toBe('и. о. главы');
  expect(actingPost(district, 'head', 'deputy', during)).toBeUndefined();
  expect(actingPost(district, 'deputy', 'head', '2026-12-06T03:00:00.000Z')).toBeUndefined();
});

it('the day on which it was ended counts, the next one does not', () => {
  const ended = { ...acting, endedAt: '2026-11-30T03:00:00.000Z' };
  const days = ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'];
  expect(days.map((on) => isOnDuty(ended, on, 'Asia/Yakutsk'))).toEqual([false, true, true, false]);
});
