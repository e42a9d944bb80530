import { dropOperand, dropStatement, replaceLiteral, swapOperator, takeThen } from './locate/change.js';
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
    in: 'text-analysis: MIN_TEXTS',
    change: replaceLiteral('3', '2'),
    spec: 'learned-choice.spec.ts',
    test: 'learns nothing of what fewer than three texts share',
  },
  {
    name: 'a learned proposal that is right as often as one and the same topic',
    in: 'routing: maySpeak',
    change: dropOperand('commonest'),
    spec: 'learned-routes.spec.ts',
    test: 'retire where one and the same topic would be right as often',
  },
  {
    name: 'learned proposals that officials do not choose',
    in: 'routing: maySpeak',
    change: dropOperand('MIN_AMONG_THREE'),
    spec: 'learned-routes.spec.ts',
    test: 'speak while officials choose one of them in half of the last decisions',
  },
  {
    name: 'a learned proposal beside what a rule decided',
    in: 'routing: ProposeLearned.of',
    change: dropStatement('published'),
    spec: 'learned-routes.int.spec.ts',
    test: 'proposes what officials chose for like texts, with the words and how often it was right, and records nothing',
  },
  {
    name: 'the rules of the district, learned as if officials had chosen',
    in: 'routing: LearningConcern.decided',
    change: dropStatement('OFFICIAL'),
    spec: 'learned-routes.int.spec.ts',
    test: 'does not learn from what a rule decided',
  },
];
