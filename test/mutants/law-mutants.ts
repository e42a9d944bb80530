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
];
