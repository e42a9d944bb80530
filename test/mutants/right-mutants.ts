import type { Mutant } from './mutants.js';

const PERMISSIONS = { file: 'libs/tenancy/src/permissions.ts', spec: 'libs/tenancy/src/permissions.spec.ts' };

/** Of how far a right reaches. */
export const rightMutants: readonly Mutant[] = [
  {
    ...PERMISSIONS,
    name: 'right: a role in one district that holds in every other',
    find: 'assignments.filter((held) => held.district === district)',
    replace: 'assignments.filter((held) => held.district !== null)',
    test: 'every wrong role is refused, every neighbour finds nothing',
  },
  {
    ...PERMISSIONS,
    name: 'right: a resident in a district that is not his case’s',
    find: "if (district !== undefined && district !== actor.district) return denied('NOT_FOUND');",
    replace: '',
    test: 'limits a resident to the token’s district and to fields of residents',
  },
  {
    ...PERMISSIONS,
    name: 'right: a root field without a rule that starts',
    find: 'if (!roles || roles.length === 0) throw new Error(`${field} has no access rule`);',
    replace: 'if (!roles) return [field, []];',
    test: 'rejects a field without a rule, without roles, or with an unknown role',
  },
  {
    ...PERMISSIONS,
    name: 'right: a role of a department that counts as one of the whole district',
    find: 'held.department === undefined);\n  const among',
    replace: "held.district > 0 || held.role === 'HEAD');\n  const among",
    test: 'returns the widest permitting role and keeps bindings to departments',
  },
  {
    name: 'right: departments of another district',
    file: 'libs/tenancy/src/departments.ts',
    find: 'given.district === district.id && roles.includes(given.role)',
    replace: 'roles.includes(given.role)',
    spec: 'libs/tenancy/src/departments.spec.ts',
    test: 'district',
  },
];
