import { dropElement, dropStatement, replaceReturn } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Answers on the public pages. */
export const publicationMutants: readonly Mutant[] = [
  {
    name: 'an answer is published without the consent of its author',
    in: 'responses: propose',
    change: dropStatement('demandAllowed'),
    spec: 'response-publication.decide.spec.ts',
    test: 'rests on the consent of its author to this answer, which is looked at twice, or touches an indefinite circle',
  },
  {
    name: 'a consent that was withdrawn meanwhile lets an answer be published',
    in: 'responses: publish',
    change: dropStatement('demandAllowed'),
    spec: 'response-publication.decide.spec.ts',
    test: 'rests on the consent of its author to this answer, which is looked at twice, or touches an indefinite circle',
  },
  {
    name: 'one official alone publishes an answer',
    in: 'case: isOwnPublication',
    change: replaceReturn('isOwnDraft(response, acts)', 'isOwnDraft'),
    spec: 'responses: response-publication.decide.spec.ts',
    test: 'is never released by who prepared it or drafted the answer, in whosever stead',
  },
  {
    name: 'an answer with personal data is proposed for publication',
    in: 'responses: propose',
    change: dropStatement('PERSONAL_DATA_FOUND'),
    spec: 'response-publication.decide.spec.ts',
    test: 'holds no personal data',
  },
  {
    name: 'an answer stays published while its question is considered again',
    in: 'responses: reopen',
    change: dropElement('CONSIDERED_AGAIN'),
    spec: 'single: ends-of-publication.spec.ts',
    test: 'nothing is published without its ground and two officials, or past its end, whatever is tried',
  },
];
