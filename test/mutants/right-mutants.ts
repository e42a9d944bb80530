import type { Mutant } from './mutants.js';

const PERMISSIONS = { file: 'libs/tenancy/src/permissions.ts', spec: 'libs/tenancy/src/permissions.spec.ts' };
const ACCESS = { file: 'libs/host/src/graphql/access.ts', spec: 'services/gateway/src/access/access.spec.ts' };
const REFUSALS = 'services/gateway/src/access/refusals.ts';
const FILE_REFUSALS = 'services/gateway/src/access/file-refusals.int.spec.ts';
const DESK_READS = 'services/search/src/register/desk-reads.int.spec.ts';

/** Of how far a right reaches, and of the trace of what was opened or refused. */
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
    ...ACCESS,
    name: 'right: a list of districts of which the first is looked at',
    find: 'const ids = codes.length === 0 ? [undefined] : districts.map((district) => district?.id ?? null);',
    replace:
      'const ids = codes.length === 0 ? [undefined] : districts.slice(0, 1).map((district) => district?.id ?? null);',
    test: 'demands the right in every district of a list',
  },
  {
    ...ACCESS,
    name: 'right: what anyone sends is sent in an official’s name',
    find: "return actor.kind === 'anyone' ? actor : anyone;",
    replace: "return actor.kind === 'anyone' ? anyone : actor;",
    test: 'runs public operations as ANYONE, also with a token of an official',
  },
  {
    name: 'right: departments of another district',
    file: 'libs/tenancy/src/departments.ts',
    find: 'given.district === district.id && roles.includes(given.role)',
    replace: 'roles.includes(given.role)',
    spec: 'libs/tenancy/src/departments.spec.ts',
    test: 'district',
  },
  {
    name: 'refusal on record: a file that is not there taken for a refusal',
    file: REFUSALS,
    find: 'if (!isFound && actor.assignments.some((one) => one.district === district)) return;',
    replace: '',
    spec: FILE_REFUSALS,
    test: 'records the files that an official asked for without a right',
  },
  {
    name: 'refusal on record: a line for each file that a program asks for',
    file: REFUSALS,
    find: 'records.add([district], what, { once: true })',
    replace: 'records.add([district], what, { once: false })',
    spec: FILE_REFUSALS,
    test: 'records the files that an official asked for without a right',
  },
  {
    name: 'refusal on record: none in a district in which the official has no role',
    file: REFUSALS,
    find: "errors.some(({ code }) => code === 'FORBIDDEN') || access.denial(requested, context) !== undefined",
    replace: "errors.some(({ code }) => code === 'FORBIDDEN' && access.denial !== undefined && requested && context)",
    spec: 'services/gateway/src/session/session.int.spec.ts',
    test: 'is on record from its beginning',
  },
  {
    name: 'trace: a quarter of an hour that one reader keeps for all',
    file: 'services/search/src/records/adapters/postgres/postgres-openings.ts',
    find: 'and official is not distinct from $5 and body is not distinct from $8',
    replace: 'and (official is not distinct from $5 or body is not distinct from $8)',
    spec: DESK_READS,
    test: 'records who opened which card, once in a quarter of an hour',
  },
  {
    name: 'trace: a contact that is shown before the opening is on record',
    file: 'services/search/src/register/adapters/graphql/applicant.resolver.ts',
    find: '    await this.record(row, reason, by);\n',
    replace: '    void this.record(row, reason, by).catch(() => undefined);\n',
    spec: DESK_READS,
    test: 'shows no contact whose opening cannot be recorded',
  },
];
