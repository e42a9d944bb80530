import { replaceStatement } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what an appeal costs, of work queues, and of wake-ups. */
export const pipelineMutants: readonly Mutant[] = [
  {
    name: 'budget: registrations of an import that are written one by one',
    in: 'kernel: batched',
    change: replaceStatement('maxBatch = 1; $&', 'length', 'batch'),
    spec: 'single: pipeline-budget.int.spec.ts',
    test: 'takes statements for each batch, not for each appeal or event',
  },
];
