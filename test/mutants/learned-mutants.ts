import { dropOperand, replaceLiteral, swapOperator, takeThen } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of proposals that were learned from what people chose. */
export const learnedMutants: readonly Mutant[] = [
  {
    name: 'the oldest choice counts as much as the newest',
    in: 'text-analysis: learning',
    change: takeThen('halfLife'),
    spec: 'learned-choice.spec.ts',
    test: 'is learned from the newest choices most',
  },
  {
    name: 'a choice learned from a single text',
    in: 'text-analysis: learning',
    change: swapOperator('>=', '!==', 'minTexts'),
    spec: 'learned-choice.spec.ts',
    test: 'is not learned from few texts, nor alone',
  },
  {
    name: 'numbers shown as reasons of a proposal',
    in: 'text-analysis: isTelling',
    change: dropOperand('test'),
    spec: 'learned-choice.spec.ts',
    test: 'shows no numbers, short or common words as reasons',
  },
  {
    name: 'what one person alone wrote, learned',
    in: 'text-analysis: LEAST_TEXTS',
    change: replaceLiteral('3', '2'),
    spec: 'learned-choice.spec.ts',
    test: 'learns nothing of what fewer than three texts share',
  },
];
