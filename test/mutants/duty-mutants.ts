import {
  beside,
  dropCall,
  dropOperand,
  dropStatement,
  dropText,
  replaceCondition,
  replaceLiteral,
  replaceReturn,
  replaceValue,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Who acts in the stead of an absent official, and how far. */
export const dutyMutants: readonly Mutant[] = [
  {
    name: 'who has not accepted an invitation, offered as any other executor',
    in: 'administration: hasNotAccepted',
    change: replaceReturn('false', 'INVITATION_EXPIRED'),
    spec: 'administration.int.spec.ts',
    test: 'gives roles and a link, the same link again for the same key',
  },
  {
    name: 'a substitute may do more than the absent',
    in: 'tenancy: substituteAssignments',
    change: dropCall('assignment'),
    spec: 'substitution.spec.ts',
    test: 'has no more than the absent one holds himself',
  },
  {
    name: 'the rights of a substitute and of the absent joined',
    in: 'tenancy: capacities',
    change: replaceValue('actor', beside('sender', 'actor')),
    spec: 'substitution.spec.ts',
    test: 'are never joined',
  },
  {
    name: 'a substitution that does not end',
    in: 'tenancy: isOnDuty',
    change: dropOperand('last', 'on'),
    spec: 'substitution.spec.ts',
    test: 'and no moment longer',
  },
  {
    name: 'two signatures of one person by substitution',
    in: 'case: isSecondSignature',
    change: replaceReturn('false', 'approver'),
    spec: 'response.decide.spec.ts',
    test: 'bears no two signatures of one person',
  },
  {
    name: 'a substitute signs what the absent one drafted',
    in: 'case: isOwnDraft',
    change: replaceReturn('drafter === acts.official', 'isOf'),
    spec: 'response.decide.spec.ts',
    test: 'a substitute may do no more than the absent',
  },
  {
    name: 'a morning letter of which nobody knows whether it went is sent again',
    in: 'notifications: PostgresDigests.claim',
    change: dropText("where digest.state = 'POSTPONED' and digest.next_at <= $4"),
    spec: 'digests.int.spec.ts',
    test: 'never when the outcome is unknown',
  },
  {
    name: 'post: an outgoing number is given to a second letter',
    in: 'notifications: OutgoingNumbers.give',
    change: replaceCondition('rows.length === 0', '0'),
    spec: 'notifications.int.spec.ts',
    test: 'gives an outgoing number to one letter of the district and year',
  },
  {
    name: 'a morning letter to one who switched it off',
    in: 'notifications: isReader',
    change: replaceLiteral('true', 'undefined'),
    spec: 'digests.int.spec.ts',
    test: 'is not sent before the working day',
  },
  {
    name: 'control that is over when it begins',
    in: 'routing: putUnderControl',
    change: dropStatement('CONTROL_DAY_OVER'),
    spec: 'question-control.decide.spec.ts',
    test: 'lasts until a day that is not over, and put again until another one',
  },
  {
    name: 'control that no official can take off after the answer',
    in: 'case: isUnderControl',
    change: replaceReturn('false', 'controlledUntil'),
    spec: 'question-control.decide.spec.ts',
    test: 'outlasts the answer, and ends by the official alone, once',
  },
];
