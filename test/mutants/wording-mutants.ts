import { dropProperty, dropStatement, replaceValue } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of the words that lint refuses in what strangers read. */
export const wordingMutants: readonly Mutant[] = [
  {
    name: 'wording: a comment that lint does not read',
    in: 'test: checkCode',
    change: dropStatement('getAllComments'),
    spec: 'plain-words.spec.ts',
    test: 'is refused in a comment, at its place',
  },
  {
    name: 'wording: a word that lint does not know',
    in: 'test: INSTEAD',
    change: dropProperty('lane'),
    spec: 'plain-words.spec.ts',
    test: 'is refused in a log line, an error, and the failure of a loop',
  },
  {
    name: 'wording: a name in code that lint takes for a word',
    in: 'test: CODE',
    change: replaceValue('/$^/g'),
    spec: 'plain-words.spec.ts',
    test: 'is no name, path or code',
  },
];
