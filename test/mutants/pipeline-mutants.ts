import type { Mutant } from './mutants.js';

const BUDGET = 'services/single/src/budget/pipeline-budget.int.spec.ts';

/** Of what an appeal costs, of work queues, and of wake-ups. */
export const pipelineMutants: readonly Mutant[] = [
  {
    name: 'budget: registrations of an import that are written one by one',
    file: 'libs/kernel/src/batched.ts',
    find: 'const drain = async (): Promise<void> => {',
    replace: 'const drain = async (): Promise<void> => {\n    maxBatch = 1;',
    spec: BUDGET,
    test: 'takes statements for each batch, not for each appeal or event',
  },
];
