import type { Mutant } from './mutants.js';

/** Who acts in the stead of an absent official, and how far. */
export const dutyMutants: readonly Mutant[] = [
  {
    name: 'a substitute may do more than the absent',
    file: 'libs/tenancy/src/substitution.ts',
    find: '        .filter((assignment) => assignment.district === district.id)\n',
    replace: '',
    spec: 'libs/tenancy/src/substitution.spec.ts',
    test: 'has no more than the absent one holds himself',
  },
  {
    name: 'the rights of a substitute and of the absent joined',
    file: 'libs/tenancy/src/permissions.ts',
    find: 'const sender = { ...actor, assignments };',
    replace: 'const sender = actor;',
    spec: 'libs/tenancy/src/substitution.spec.ts',
    test: 'are never joined',
  },
  {
    name: 'a substitution that does not end',
    file: 'libs/tenancy/src/substitution.ts',
    find: 'return from <= on && on <= (last < to ? last : to);',
    replace: 'return from <= on;',
    spec: 'libs/tenancy/src/substitution.spec.ts',
    test: 'and no moment longer',
  },
  {
    name: 'two signatures of one person by substitution',
    file: 'services/responses/src/domain/response.decide.ts',
    find: "if (isSubstitution && approval?.by === by) refuse('OWN_APPROVAL');",
    replace: '',
    spec: 'services/responses/src/domain/response.decide.spec.ts',
    test: 'bears no two signatures of one person',
  },
  {
    name: 'a substitute signs what the absent one drafted',
    file: 'services/responses/src/domain/response.decide.ts',
    find: "if (isOf(command, current.drafter)) refuse('OWN_DRAFT');",
    replace: "if (current.drafter === command.by) refuse('OWN_DRAFT');",
    spec: 'services/responses/src/domain/response.decide.spec.ts',
    test: 'a substitute may do no more than the absent',
  },
  {
    name: 'a morning letter of which nobody knows whether it went is sent again',
    file: 'services/notifications/src/adapters/postgres/postgres-digests.ts',
    find: "       where digest.state = 'POSTPONED' and digest.next_at <= $4`,",
    replace: '       `,',
    spec: 'services/notifications/src/digests.int.spec.ts',
    test: 'never when nobody knows',
  },
  {
    name: 'post: an outgoing number is given to a second letter',
    file: 'services/notifications/src/adapters/postgres/postgres-outgoing-numbers.ts',
    find: 'rows[0]?.notice !== notice',
    replace: 'rows.length === 0',
    spec: 'services/notifications/src/notifications.int.spec.ts',
    test: 'gives an outgoing number to one letter of the district and year',
  },
  {
    name: 'a morning letter to one who switched it off',
    file: 'services/notifications/src/application/send-digests.ts',
    find: ' && digestOff !== true',
    replace: ' && digestOff !== undefined',
    spec: 'services/notifications/src/digests.int.spec.ts',
    test: 'goes to nobody',
  },
];
