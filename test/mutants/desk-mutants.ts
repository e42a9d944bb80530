import type { Mutant } from './mutants.js';

const DESK = 'services/web/src/desk';

/** Of what officials write at the desk. */
export const deskMutants: readonly Mutant[] = [
  {
    name: 'an answer leaves with a field of its template that nobody has filled in',
    file: `${DESK}/question-card/reply/draft.ts`,
    find: "if (field) return { is: 'FIELD', field };",
    replace: '',
    spec: `${DESK}/question-card/reply/draft.spec.ts`,
    test: 'is its missing text, a field of the template',
  },
  {
    name: 'a form that was put off is lost when another one is put off',
    file: `${DESK}/register-appeal/put-off.ts`,
    find: 'JSON.stringify([{ draft, at }, ...others])',
    replace: 'JSON.stringify([{ draft, at }])',
    spec: `${DESK}/register-appeal/put-off.spec.ts`,
    test: 'wait with everything that was typed',
  },
];
