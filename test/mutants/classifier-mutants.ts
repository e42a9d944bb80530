import { dropStatement, takeThen } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of the common classifier: which codes are set. */
export const classifierMutants: readonly Mutant[] = [
  {
    name: 'a theme of the classifier under which a question is counted',
    in: 'routing: classify',
    change: dropStatement('CLASSIFIER_CODE_TOO_WIDE'),
    spec: 'question-control.decide.spec.ts',
    test: 'is a question or sub-question of the edition in force; the edition goes with it, and another one is a fact of its own',
  },
  {
    name: 'a code that the edition in force lacks, set all the same',
    in: 'routing: classify',
    change: dropStatement('CLASSIFIER_CODE_UNKNOWN'),
    spec: 'question-control.decide.spec.ts',
    test: 'is a question or sub-question of the edition in force; the edition goes with it, and another one is a fact of its own',
  },
  {
    name: 'codes of a superseded edition that are set on',
    in: 'tenancy: classifierOf',
    change: takeThen('firstWhole', 'slice'),
    spec: 'classifier.spec.ts',
    test: 'of an older edition is set no more, and still means what it meant',
  },
];
