import type { Mutant } from './mutants.js';

const ROUTING = 'services/routing/src/domain';

/** Terms and duties of the law. */
export const lawMutants: readonly Mutant[] = [
  {
    name: 'an extension that counts from a day that was moved',
    file: `${ROUTING}/question-extension.decide.ts`,
    find: 'on: unmovedEnd(former)',
    replace: 'on: former.dueOn',
    spec: `${ROUTING}/extension-sixty-days.spec.ts`,
    test: 'of thirty days ends within sixty of the registration',
  },
  {
    name: 'a question that is forwarded by the notice alone',
    file: `${ROUTING}/question-forwarding.decide.ts`,
    find: 'if (!told || !isSent) return',
    replace: 'if (!told) return',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'ends by the proofs of every letter and of the notice',
  },
  {
    name: 'a start that takes the transfers of a decree away',
    file: 'libs/tenancy/src/directory-writer.ts',
    find: 'if (before && before.data.transfers !== false && data.transfers === false) return 0;',
    replace: '',
    spec: 'libs/tenancy/src/directory.spec.ts',
    test: 'adds the transfers of a year in every district, which no later start takes away',
  },
];
