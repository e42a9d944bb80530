import { dropOperand, dropStatement, replaceName, replaceText, swapOperator, takeThen } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what an erasure takes with it, and of cases past their term. */
export const erasureMutants: readonly Mutant[] = [
  {
    name: 'retention: a duplicate that goes before the case that answers it',
    in: 'intake: caseThatAnswers',
    change: swapOperator('===', '!==', 'DUPLICATE'),
    spec: 'retention.int.spec.ts',
    test: 'keeps a duplicate as long as the case that answers it',
  },
  {
    name: 'retention: cases that the index keeps beyond their term',
    in: 'intake: UNTIL',
    change: replaceText('t.days)', 't.days) + 400'),
    spec: 'retention.int.spec.ts',
    test: 'ends the storage of closed cases past their term, and of no open one',
  },
  {
    name: 'erasure: files that stay',
    in: 'intake: ErasePerson.shred',
    change: dropStatement('removeOf'),
    spec: 'files.int.spec.ts',
    test: 'removes files with their person, and unclaimed ones after a day',
  },
  {
    name: 'erasure: the number and code that stay',
    in: 'intake: ErasePerson.shred',
    change: dropStatement('codes'),
    spec: 'intake.int.spec.ts',
    test: 'removes what a refused submission left of the person',
  },
  {
    name: 'erasure: a link in place of the lost code that opens still',
    in: 'intake: ErasePerson.shred',
    change: dropStatement('links'),
    spec: 'form-and-lost-code.int.spec.ts',
    test: 'opens nothing after an hour, in another district, by another secret or after an erasure',
  },
  {
    name: 'erasure: counts of what was erased that are asked for on',
    in: 'intake: ErasePerson.shred',
    change: dropStatement('counted'),
    spec: 'reactions.int.spec.ts',
    test: 'is what was erased',
  },
  {
    name: 'erasure: what officials joined that is left without a decision',
    in: 'intake: IntakeOperations.demandErasable',
    change: dropStatement('JoinedUndecided'),
    spec: 'erasure-by-contact.int.spec.ts',
    test: 'waits for a decision about what officials joined',
  },
  {
    name: 'erasure: another person of a shared contact who is erased with it',
    in: 'intake: ConcernedAppeals.of',
    change: takeThen('isUuid'),
    spec: 'erasure-by-contact.int.spec.ts',
    test: 'never takes what an official parted from a shared contact',
  },
  {
    name: 'erasure: a joined appeal that leads to the contact which it was parted from',
    in: 'intake: ConcernedAppeals.of',
    change: dropOperand('isApart'),
    spec: 'erasure-by-contact.int.spec.ts',
    test: 'never goes from a joined appeal to the contact that an official parted it from',
  },
  {
    name: 'erasure: the blind index of a contact that leads to the erased',
    in: 'vault: erasePerson',
    change: replaceText('$2),', '$2 and false),'),
    spec: 'postgres-vault.spec.ts',
    test: 'destroys keys again that a restore brought back',
  },
  {
    name: 'erasure: a key that a restore brings back after its person’s erasure',
    in: 'vault: replayErasures',
    change: replaceName('ledger', 'ledger.slice(ledger.length)', 'rows'),
    spec: 'postgres-vault.spec.ts',
    test: 'destroys keys again that a restore brought back',
  },
];
