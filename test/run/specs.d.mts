import type { TestRun } from './test-run.mjs';

type Output = NonNullable<Parameters<TestRun['command']>[2]>['output'];

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export class Specs {
  readonly flaky: readonly string[];
  constructor(run: Pick<TestRun, 'command'>);
  run(
    args: readonly string[],
    options?: { readonly environment?: NodeJS.ProcessEnv; readonly output?: Output },
  ): Promise<Counts>;
}
