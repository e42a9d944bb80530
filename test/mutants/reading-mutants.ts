import type { Mutant } from './mutants.js';

/** Of what officials may read, and of the record of what they read. */
export const readingMutants: readonly Mutant[] = [
  {
    name: 'whole cards for executors of other departments',
    file: 'services/search/src/application/register/row-view.ts',
    find: "return reads === 'ALL' || departments.some((one) => reads.includes(one));",
    replace: 'return true;',
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'opens the card to the departments of its questions',
  },
  {
    name: 'contacts without an act at hand',
    file: 'services/search/src/adapters/graphql/applicant.resolver.ts',
    find: 'if (!mayOpenContacts(row, acting))',
    replace: 'if (!acting)',
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'opens contacts to an official with an act at hand',
  },
  {
    name: 'an opened card that is not on record',
    file: 'services/search/src/adapters/graphql/register.resolver.ts',
    find: 'if (asksForContents(info)) await',
    replace: 'if (asksForContents(info) && info === undefined) await',
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'records who opened which card',
  },
  {
    name: 'a search saved as a file that is not on record',
    file: 'services/search/src/adapters/graphql/search.resolver.ts',
    find: 'if (args.export === true && range.offset === 0)',
    replace: 'if (args.export === true && range.offset < 0)',
    spec: 'services/search/src/full-text.int.spec.ts',
    test: 'records that what was found is saved as a file',
  },
];
