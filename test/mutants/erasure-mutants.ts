import type { Mutant } from './mutants.js';

const INTAKE = 'services/intake/src';

/** Of what an erasure takes with it, and of cases past their term. */
export const erasureMutants: readonly Mutant[] = [
  {
    name: 'retention: a duplicate that goes before the case that answers it',
    file: 'services/intake/src/retention/application/end-retention.ts',
    find: "if (state.status !== 'DUPLICATE' || endedOn === undefined) return endedOn;",
    replace: "if (state.status === 'DUPLICATE' || endedOn === undefined) return endedOn;",
    spec: 'services/intake/src/retention/retention.int.spec.ts',
    test: 'keeps a duplicate as long as the case that answers it',
  },
  {
    name: 'retention: cases that the index keeps beyond their term',
    file: 'services/intake/src/retention/adapters/postgres/postgres-retention-index.ts',
    find: 'greatest(t.months, ${COURT_TERM_MONTHS})))::date, r.ended_on + t.days)',
    replace: 'greatest(t.months, ${COURT_TERM_MONTHS})))::date, r.ended_on + t.days) + 400',
    spec: 'services/intake/src/retention/retention.int.spec.ts',
    test: 'ends the storage of closed cases past their term, and of no open one',
  },
  {
    name: 'erasure: files that stay',
    file: 'services/intake/src/retention/application/erase-person.ts',
    find: 'await this.files.removeOf(tx, district, appeal);',
    replace: '',
    spec: 'services/intake/src/files/adapters/http/files.int.spec.ts',
    test: 'removes files with their person, and unclaimed ones after a day',
  },
  {
    name: 'erasure: the number and code that stay',
    file: 'services/intake/src/retention/application/erase-person.ts',
    find: 'await this.codes.forget(tx, district, appeal);',
    replace: '',
    spec: `${INTAKE}/intake.int.spec.ts`,
    test: 'removes what a refused submission left of the person',
  },
  {
    name: 'erasure: a link in place of the lost code that opens still',
    file: 'services/intake/src/retention/application/erase-person.ts',
    find: 'await this.links.forget(tx, district, appeal);',
    replace: '',
    spec: 'services/intake/src/appeal/form-and-lost-code.int.spec.ts',
    test: 'opens nothing after an hour, in another district, by another secret or after an erasure',
  },
  {
    name: 'erasure: counts of what was erased that are asked for on',
    file: 'services/intake/src/retention/application/erase-person.ts',
    find: 'await this.counted.forget(tx, district, appeal);',
    replace: '',
    spec: 'services/intake/src/networks/reactions.int.spec.ts',
    test: 'is what was erased',
  },
  {
    name: 'erasure: the blind index of a contact that leads to the erased',
    file: 'libs/vault/src/key-rows.ts',
    find: 'with contacts as (delete from vault.contact where district = $1 and person = $2)',
    replace: 'with contacts as (delete from vault.contact where district = $1 and person = $2 and false)',
    spec: 'libs/vault/src/postgres-vault.spec.ts',
    test: 'destroys keys again that a restore brought back',
  },
  {
    name: 'erasure: a key that a restore brings back after its person’s erasure',
    file: 'libs/vault/src/vault-operations.ts',
    find: '[...own.rows, ...ledger]',
    replace: '[...own.rows, ...ledger.slice(ledger.length)]',
    spec: 'libs/vault/src/postgres-vault.spec.ts',
    test: 'destroys keys again that a restore brought back',
  },
];
