import {
  dropElse,
  dropOperand,
  dropStatement,
  dropText,
  replaceCode,
  replaceName,
  replaceStatement,
} from './locate/change.js';
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
  {
    name: 'names: statements of a transaction that are planned each time',
    in: 'tenancy: beginScope',
    change: dropText(`, set_config('plan_cache_mode', 'force_generic_plan', true)`),
    spec: 'postgres-database.spec.ts',
    test: 'are prepared once for a connection, with one plan for all values',
  },
  {
    name: 'names: a connection that keeps a plan of columns which are gone',
    in: 'tenancy: rollBack',
    change: replaceName('isStale', 'false', 'release'),
    spec: 'postgres-database.spec.ts',
    test: 'run again on another connection once a migration has changed their columns',
  },
  {
    name: 'rest: a loop that sleeps while what it began goes on',
    in: 'host: Polling.run',
    change: dropElse('noted'),
    spec: 'polling.spec.ts',
    test: 'ends the rest by work of its own',
  },
  {
    name: 'rest: a loop that sleeps on when the rest ends',
    in: 'kernel: ProcessActivity.noted',
    change: dropStatement('listener'),
    spec: 'process-activity.spec.ts',
    test: 'calls back when the rest ends',
  },
  {
    name: 'work: two copies perform the same',
    in: 'host: WorkQueue.claim',
    change: dropText('skip locked'),
    spec: 'work-queue.int.spec.ts',
    test: 'is left out, not waited for, while another copy is claiming it',
  },
  {
    name: 'work: an outcome is kept whose lease was lost',
    in: 'host: WorkQueue.finish',
    change: dropStatement('LeaseLost'),
    spec: 'work-queue.int.spec.ts',
    test: 'is finished with its outcome or not at all once its lease is lost',
  },
  {
    name: 'work: cancelled, and performed all the same',
    in: 'host: WorkQueue.cancel',
    change: dropStatement('query'),
    spec: 'work-queue.int.spec.ts',
    test: 'is not performed when it was cancelled',
  },
  {
    name: 'work: tried for ever',
    in: 'host: waitAfter',
    change: dropOperand('attempts', 'maxAttempts'),
    spec: 'work-queue.int.spec.ts',
    test: 'tries again after a failure, and gives up when the attempts are used up',
  },
  {
    name: 'work: a wait that never grows',
    in: 'kernel: doubledMs',
    change: replaceCode('2 ** Math', '1 ** Math'),
    spec: 'backoff.spec.ts',
    test: 'doubles the wait with each failure',
  },
  {
    name: 'work: an attempt that another copy has replaced',
    in: 'host: LEASED',
    change: dropText(' and lease = $4'),
    spec: 'work-queue.int.spec.ts',
    test: 'is finished with its outcome or not at all once its lease is lost',
  },
];
