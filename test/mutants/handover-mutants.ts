import type { Mutant } from './mutants.js';

const ROUTING = 'services/routing/src/domain';

/** Of questions that one district hands over to another. */
export const handoverMutants: readonly Mutant[] = [
  {
    name: 'a withdrawn consent of which the other district never learns',
    file: 'services/routing/src/application/follow-appeal.ts',
    find: "return this.ofEach(contextOf, appeal, { type: 'PassOnWithdrawal' }, tx);",
    replace: "return this.ofEach(contextOf, '00000000-0000-5000-8000-000000000000', { type: 'PassOnWithdrawal' }, tx);",
    spec: 'services/single/src/handover.int.spec.ts',
    test: 'a consent that is withdrawn after the handover is withdrawn there, too, once',
  },
  {
    name: 'a handover that is read again is another case of the other district',
    file: 'services/intake/src/appeal/application/receive-handover.ts',
    find: 'key: `${question}/${times}` }',
    replace: 'key: `${question}/${times}/${Math.random()}` }',
    spec: 'services/single/src/handover.int.spec.ts',
    test: 'a question that is handed over is one case of the other district, sealed under its own keys',
  },
  {
    name: 'a question is handed over before the applicant is told',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'return [...registeredTerm(command.migration, state), forwarded];',
    replace:
      "return [forwarded, ...to.flatMap(({ district }) => district === undefined ? [] : [{ type: 'QuestionHandedOver', to: district, times: 1 } as const])];",
    spec: `${ROUTING}/question-handover.decide.spec.ts`,
    test: 'is not handed over before, and never to a body outside the platform',
  },
  {
    name: 'the end in the other district is told again with each fact that follows it',
    file: `${ROUTING}/question-handover.decide.ts`,
    find: 'return isFinal || known === end ? [] :',
    replace: 'return known === end ? [] :',
    spec: `${ROUTING}/question-handover.decide.spec.ts`,
    test: 'has its number and its end told back, each once, whatever became of it here',
  },
  {
    name: 'a forwarding is taken back though its letter is out',
    file: `${ROUTING}/question-handover.decide.ts`,
    find: "if (state.status !== 'FORWARDING' || !state.isWithdrawn) return [];",
    replace: "if (!('isWithdrawn' in state)) return [{ type: 'QuestionRestored', person: state.person }];",
    spec: `${ROUTING}/question-handover.decide.spec.ts`,
    test: 'stands where the letter was out before it was taken back',
  },
];
