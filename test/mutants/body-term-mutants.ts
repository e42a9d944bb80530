import { dropOperand, dropStatement, replaceCode, replaceReturn } from './locate/change.js';
import type { Mutant } from './mutants.js';

const spec = 'body-terms.int.spec.ts';

/** Of the day by which the body that sent an appeal on asks for the answer. */
export const bodyTermMutants: readonly Mutant[] = [
  {
    name: 'the day of a body: no warning of it',
    in: 'routing: BodyTerms.beside',
    change: replaceReturn('[]', 'found'),
    spec,
    test: 'warns at half, at four fifths and at the end of the day that the body asks for, beside the term of the law',
  },
  {
    name: 'the day of a body: a later one than the law has it',
    in: 'case: isEarlier',
    change: dropOperand('dueOn'),
    spec,
    test: 'warns of no day that is not earlier than the term of the law',
  },
  {
    name: 'the day of a body: one that is recorded after the registration is not heard of',
    in: 'routing: BodyTerms.recorded',
    change: replaceReturn('[]', 'ofQuestions'),
    spec,
    test: 'warns of a day that is recorded first after the registration, of an appeal that was received without one',
  },
  {
    name: 'the day of a body: one for which none asks any more',
    in: 'routing: BodyTerms.recorded',
    change: dropStatement('keepAsked'),
    spec,
    test: 'warns of nothing once no body asks for the answer by a day',
  },
  {
    name: 'the day of a body: one that had passed when the question was opened again',
    in: 'case: askedFor',
    change: replaceReturn('asked', 'since'),
    spec: 'body-term.spec.ts',
    test: 'is none of a question that is considered again where the day had passed by then',
  },
  {
    name: 'the day of a body: the morning letter of the head tells for ever of one that is asked for no more',
    in: 'notifications: escalatedBy',
    change: replaceReturn('undefined', 'ofBody', 'length'),
    spec: 'digests.int.spec.ts',
    test: 'tells the head of the day that a body asked for, while it asks for it, and of the term of the law whatever it asks for',
  },
  {
    name: 'the day of a body: lists show the warning of one for which it asks no more',
    in: 'search: ofBodies',
    change: replaceCode('bodyTerm(part, asked)', "{ rule: 'BODY', dueOn: '2026-12-10' }"),
    spec: 'term-warning.spec.ts',
    test: 'shows the warning of the day that a body asked for, while it asks for it and that day is earlier than the term',
  },
];
