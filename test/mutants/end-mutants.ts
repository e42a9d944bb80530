import type { Mutant } from './mutants.js';

const INTAKE = 'services/intake/src/domain';
const SEARCH = 'services/search/src/application/register';

/** Of the ends of a case: each is called what it is, and demands its facts. */
export const endMutants: readonly Mutant[] = [
  {
    name: 'end: what was forwarded or left without an answer is listed as answered',
    file: `${SEARCH}/appeal-state.ts`,
    find: "return ends.find((end) => questions.some(({ state }) => state === end)) ?? 'LEFT_UNANSWERED';",
    replace: "return ends.find((end) => questions.some(({ state }) => state === end)) && 'ANSWERED';",
    spec: `${SEARCH}/appeal-fold.spec.ts`,
    test: 'an end that is no answer is not called one',
  },
  {
    name: 'end: other front-ends are told that a forwarded appeal was answered',
    file: `${INTAKE}/told-request.ts`,
    find: "return type === 'AppealAnswered' && end !== undefined ? end : STATES[type];",
    replace: "return type === 'AppealAnswered' && end !== undefined ? 'ANSWERED' : STATES[type];",
    spec: `${INTAKE}/told-request.spec.ts`,
    test: 'follows the events that bring its state',
  },
  {
    name: 'end: an appeal says that it was answered when none of its questions was',
    file: `${INTAKE}/end-of-appeal.ts`,
    find: 'const end = order.find((one) => ends.some((of) => of.end === one));',
    replace: 'const end = order.at(0);',
    spec: `${INTAKE}/end-of-appeal.spec.ts`,
    test: 'is answered only where a question was',
  },
];
