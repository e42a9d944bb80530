import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { covers, type Departments } from '@otklik/kernel';
import { Assignments, RoutingLag, type Assignment, type QuestionOf } from './assignments.js';

const MAX_WAIT_MS = 2_000;
const POLL_INTERVAL_MS = 25;

/**
 * Reads the assignment for an official who acts on the question. The executor to whom the question was given a moment ago
 * must not be refused: while events of routing are not consumed yet and the known assignment would
 * refuse the command, it waits for them, up to two seconds.
 */
@Injectable()
export class WaitForAssignment {
  constructor(
    private readonly assignments: Assignments,
    private readonly lag: RoutingLag,
  ) {}

  async of(district: number, question: QuestionOf, suits: (assignment: Assignment) => boolean): Promise<Assignment> {
    const known = await this.assignments.of(district, question);
    if (suits(known)) return known;
    const until = performance.now() + MAX_WAIT_MS;
    for (;;) {
      const isBehind = await this.mayBeBehind(until - performance.now());
      const assignment = await this.assignments.of(district, question);
      if (!isBehind || performance.now() >= until || suits(assignment)) return assignment;
      await sleep(POLL_INTERVAL_MS);
    }
  }

  /** An unknown lag counts as behind: it is unknown while the service starts or the brokers are down. */
  private async mayBeBehind(withinMs: number): Promise<boolean> {
    const decided = new AbortController();
    try {
      return await Promise.race([this.lag.isBehind(), sleep(Math.max(0, withinMs), true, { signal: decided.signal })]);
    } catch {
      return true;
    } finally {
      decided.abort();
    }
  }
}

/** Whether the assignment permits the command. `only`: the command is reserved to the executor, who is one of these. */
export function permits(
  { department, executor }: Assignment,
  mayActIn: Departments,
  only: readonly (string | undefined)[] | undefined,
): boolean {
  if (only && (executor === undefined || !only.includes(executor))) return false;
  return covers(mayActIn, department);
}
