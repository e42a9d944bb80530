import {
  dropElement,
  dropStatement,
  dropText,
  replaceCondition,
  replaceName,
  replaceReturn,
  replaceText,
} from './locate/change.js';
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
  {
    name: 'a published answer that outlives the consent it rests on',
    in: 'responses: endPublication',
    change: replaceReturn('[]', 'CONSENT_WITHDRAWN'),
    spec: 'response-publication.decide.spec.ts',
    test: 'ends with its consent, with the data of its author, and when the question is considered again',
  },
  {
    name: 'a published answer without consent that outlives its author’s data',
    in: 'responses: endPublication',
    change: replaceCondition("ground !== 'CONSENT'", 'CONSENT_WITHDRAWN'),
    spec: 'response-publication.decide.spec.ts',
    test: 'ends with its consent, with the data of its author, and when the question is considered again',
  },
  {
    name: 'an answer that waits for its release is read by all',
    in: 'search/publications: of',
    change: replaceText("p.stage = 'PUBLISHED'", "p.stage <> 'ENDED'"),
    spec: 'published-answers.int.spec.ts',
    test: 'are not there before their release, after they were taken back, or of a person who was erased',
  },
  {
    name: 'a published answer is read while its question is considered again',
    in: 'search/publications: of',
    change: dropText('and q.answered_on is not null'),
    spec: 'published-answers.int.spec.ts',
    test: 'are not there while the question is considered again, also before the publication ends by that',
  },
  {
    name: 'the text of a published answer stays when its author is erased',
    in: 'search/publications: erased',
    change: replaceText("title = '', matter", 'matter'),
    spec: 'published-answers.int.spec.ts',
    test: 'are not there before their release, after they were taken back, or of a person who was erased',
  },
  {
    name: 'a namesake of an official may be named in a text for all',
    in: 'text-analysis: isNameOf',
    change: replaceName('every', 'some'),
    spec: 'public-text.spec.ts',
    test: 'a namesake of an official, and a house beside the office, is somebody else: Жалуется Громова Анна Петровна.',
  },
];
