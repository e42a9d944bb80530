import type { TestRun } from './test-run.mjs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export class Specs {
  readonly flaky: readonly string[];
  constructor(run: Pick<TestRun, 'command'>);
  run(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Counts>;
}
