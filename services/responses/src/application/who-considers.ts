import { setTimeout as sleep } from 'node:timers/promises';
import type { Departments } from '../domain/response.decide.js';

/** Who considers a question now, as routing told. */
export interface Assignment {
  readonly department: string | undefined;
  readonly executor: string | undefined;
}

export interface Told {
  readonly assignmentOf: (district: number, question: string) => Promise<Assignment>;
  /** Routing has said what is not heard here yet. */
  readonly behind: () => Promise<boolean>;
}

const MAX_WAIT_MS = 2_000;
const PAUSE_MS = 25;

/**
 * Who considers the question, for an official who acts on it. The executor who was given it a moment ago on another screen
 * must not be told that he is not the one: while something of routing's is still to be heard, and what is known would
 * refuse him, it is waited for, up to two seconds.
 */
export async function whoConsiders(
  told: Told,
  district: number,
  question: string,
  suits: (assignment: Assignment) => boolean,
): Promise<Assignment> {
  const known = await told.assignmentOf(district, question);
  if (suits(known)) return known;
  const until = performance.now() + MAX_WAIT_MS;
  for (;;) {
    const behind = await maybeBehind(told, until - performance.now());
    const assignment = await told.assignmentOf(district, question);
    if (!behind || performance.now() >= until || suits(assignment)) return assignment;
    await sleep(PAUSE_MS);
  }
}

/**
 * What cannot be known within the time counts as behind: while the service starts, or the brokers are away, nobody can
 * tell, and that is no fault of the act.
 */
async function maybeBehind(told: Told, withinMs: number): Promise<boolean> {
  const enough = new AbortController();
  try {
    return await Promise.race([told.behind(), sleep(Math.max(0, withinMs), true, { signal: enough.signal })]);
  } catch {
    return true;
  } finally {
    enough.abort();
  }
}

/** Would the assignment let him act? `executor`: the act is the executor's alone, who must be he. */
export function letsAct(
  { department, executor }: Assignment,
  mayActIn: Departments,
  only: { readonly executor: string } | undefined,
): boolean {
  if (only && executor !== only.executor) return false;
  return mayActIn === 'ALL' || (department !== undefined && mayActIn.includes(department));
}
