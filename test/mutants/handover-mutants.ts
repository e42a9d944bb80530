import { dropOperand, replaceName, replaceReturn, replaceStatement, replaceText } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of questions that one district hands over to another. */
export const handoverMutants: readonly Mutant[] = [
  {
    name: 'a withdrawn consent of which the other district never learns',
    in: 'routing: FollowAppeal.consentWithdrawn',
    change: replaceName('appeal', "'00000000-0000-5000-8000-000000000000'", 'PassOnWithdrawal'),
    spec: 'handover.int.spec.ts',
    test: 'a consent that is withdrawn after the handover is withdrawn there, too, once',
  },
  {
    name: 'a handover that is read again is another case of the other district',
    in: 'intake: keyOf',
    change: replaceText('${question}/${times}', '${question}/${times}/${Math.random()}'),
    spec: 'handover.int.spec.ts',
    test: 'a question that is handed over is one case of the other district, sealed under its own keys',
  },
  {
    name: 'a question is handed over before the applicant is told',
    in: 'routing: forward',
    change: replaceReturn(
      "[forwarded, ...to.flatMap(({ district }) => district === undefined ? [] : [{ type: 'QuestionHandedOver', to: district, times: 1 } as const])]",
      'registeredTerm',
    ),
    spec: 'question-handover.decide.spec.ts',
    test: 'is not handed over before, and never to a body outside the platform',
  },
  {
    name: 'the end in the other district is told again with each fact that follows it',
    in: 'routing: endHandover',
    change: dropOperand('isFinal'),
    spec: 'question-handover.decide.spec.ts',
    test: 'has its number and its end reported back, each once, whatever its state here',
  },
  {
    name: 'a forwarding that is taken back answers that it is done where it is asked for again',
    in: 'routing: isForwarding',
    change: dropOperand('isWithdrawn'),
    spec: 'question-handover.decide.spec.ts',
    test: 'is not done by one that is taken back: the question has to return first',
  },
  {
    name: 'a forwarding is taken back though its letter is out',
    in: 'routing: releaseForwarding',
    change: replaceStatement(
      "if (state.status !== 'FORWARDING') return [{ type: 'QuestionRestored', person: state.person }];",
      'FORWARDING',
    ),
    spec: 'question-handover.decide.spec.ts',
    test: 'remains where the letter was sent before it was withdrawn',
  },
];
