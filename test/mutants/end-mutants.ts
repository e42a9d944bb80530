import type { Mutant } from './mutants.js';

const ROUTING = 'services/routing/src/domain';
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
  {
    name: 'end: a named applicant is left without an answer as a nameless one',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'applicant.isNamed !== false || applicant.isReachable !== false',
    replace: 'applicant.isNamed !== false && applicant.isReachable !== false',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'a name or an address of any kind',
  },
  {
    name: 'end: correspondence is ended by one earlier answer',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'const MIN_EARLIER = 2;',
    replace: 'const MIN_EARLIER = 1;',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'names several answers',
  },
  {
    name: 'end: correspondence is ended by an answer to somebody else',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'one.isAnswered && one.isSamePerson && one.isOfAnother',
    replace: 'one.isAnswered && one.isOfAnother',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'names several answers',
  },
  {
    name: 'end: an answer counts as published on any site',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: "if (!isOnOwnSite) refuse('SITE_NOT_OWN');",
    replace: '',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'the answer stands on a site of the district',
  },
  {
    name: 'end: an oral answer is recorded after the reception',
    file: `${ROUTING}/question-reception.decide.ts`,
    find: "if (command.receivedOn !== answeredOn) refuse('RECEPTION_IS_OVER');",
    replace: '',
    spec: `${ROUTING}/question.decide.spec.ts`,
    test: 'is given in the course of the reception',
  },
  {
    name: 'end: an interim answer moves the term without the next step and its day',
    file: `${ROUTING}/question-interim.decide.ts`,
    find: '  demandNextStep(command, state);\n',
    replace: '',
    spec: `${ROUTING}/question-interim.decide.spec.ts`,
    test: 'tells what comes next',
  },
  {
    name: 'end: a signed answer to a reception goes to the call list',
    file: 'services/notifications/src/domain/notice-ways.ts',
    find: "const mail = email ? (['EMAIL'] as const) : [];",
    replace: "const mail = email ? (['EMAIL'] as const) : (['ORAL'] as const);",
    spec: 'services/notifications/src/domain/notice-ways.spec.ts',
    test: 'a reception without an address',
  },
];
