import {
  dropOperand,
  dropStatement,
  replaceLiteral,
  replaceName,
  replaceReturn,
  replaceStatement,
  replaceText,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of how far a right reaches, and of the trace of what was opened or refused. */
export const rightMutants: readonly Mutant[] = [
  {
    name: 'right: a resolution in another head’s name',
    in: 'routing: demandOwner',
    change: dropStatement('mayGive'),
    spec: 'question-assignment.decide.spec.ts',
    test: 'is given in nobody else’s name but by the coordinator',
  },
  {
    name: 'right: a resolution of the head of another department',
    in: 'routing: demandOwner',
    change: dropStatement('OFFICIAL_UNKNOWN'),
    spec: 'question-assignment.decide.spec.ts',
    test: 'is of a head whose department has the question',
  },
  {
    name: 'right: a department’s question that the head of another one considers again',
    in: 'intake: demandAllTheirs',
    change: replaceName('every', 'some'),
    spec: 'appeal.second-look.spec.ts',
    test: 'is not needed where officials find by themselves that it is not settled',
  },
  {
    name: 'right: a role in one district that holds in every other',
    in: 'tenancy: permitOfficial',
    change: replaceReturn('held.district !== null', 'held', 'district'),
    spec: 'permissions.spec.ts',
    test: 'every wrong role is refused, every neighbour finds nothing',
  },
  {
    name: 'right: a resident in a district that is not his case’s',
    in: 'tenancy: permit',
    change: dropStatement('undefined'),
    spec: 'permissions.spec.ts',
    test: 'limits a resident to the token’s district and to fields of residents',
  },
  {
    name: 'right: a root field without a rule that starts',
    in: 'tenancy: permissionMatrix',
    change: replaceStatement('if (!roles) return [field, []];', '0'),
    spec: 'permissions.spec.ts',
    test: 'rejects a field without a rule, without roles, or with an unknown role',
  },
  {
    name: 'right: a role of a department that counts as one of the whole district',
    in: 'tenancy: widest',
    change: replaceReturn("held.district > 0 || held.role === 'HEAD'", 'department'),
    spec: 'permissions.spec.ts',
    test: 'returns the widest permitting role and keeps bindings to departments',
  },
  {
    name: 'right: a list of districts of which the first is looked at',
    in: 'host: official',
    change: replaceName('districts', 'districts.slice(0, 1)', 'null'),
    spec: 'access.spec.ts',
    test: 'demands the right in every district of a list',
  },
  {
    name: 'right: what anyone sends is sent in an official’s name',
    in: 'host: withoutAccount',
    change: replaceReturn("actor.kind === 'anyone' ? anyone : actor", 'anyone'),
    spec: 'access.spec.ts',
    test: 'runs public operations as ANYONE, also with a token of an official',
  },
  {
    name: 'right: departments of another district',
    in: 'tenancy: departmentsOf',
    change: dropOperand('==='),
    spec: 'departments.spec.ts',
    test: 'district',
  },
  {
    name: 'refusal on record: a file that is not there taken for a refusal',
    in: 'gateway: RefusalRecorder.ofFile',
    change: dropStatement('assignments'),
    spec: 'file-refusals.int.spec.ts',
    test: 'records the files that an official asked for without a right',
  },
  {
    name: 'refusal on record: a line for each file that a program asks for',
    in: 'gateway: RefusalRecorder.ofFile',
    change: replaceLiteral('true', 'false'),
    spec: 'file-refusals.int.spec.ts',
    test: 'records the files that an official asked for without a right',
  },
  {
    name: 'refusal on record: none in a district in which the official has no role',
    in: 'gateway: isRefused',
    change: replaceReturn(
      "errors.some(({ code }) => code === 'FORBIDDEN' && access.denial !== undefined && requested && context)",
      'denial',
    ),
    spec: 'session.int.spec.ts',
    test: 'is on record from its beginning',
  },
  {
    name: 'trace: a quarter of an hour that one reader keeps for all',
    in: 'search: PostgresOpenings.recordOnce',
    change: replaceText(
      'official is not distinct from $5 and body is not distinct from $8',
      '(official is not distinct from $5 or body is not distinct from $8)',
    ),
    spec: 'desk-reads.int.spec.ts',
    test: 'records who opened which card, once in a quarter of an hour',
  },
  {
    name: 'trace: a contact that is shown before the opening is on record',
    in: 'search: OpenApplicant.open',
    change: replaceStatement(
      "void this.openings.record(district.id, { id, kind: 'CONTACT', appeal: row.id, ...by, at, ...sealed }).catch(() => undefined);",
      'record',
      'sealed',
    ),
    spec: 'desk-reads.int.spec.ts',
    test: 'shows no contact whose opening cannot be recorded',
  },
];
