import { expect, it } from '@jest/globals';
import type { Assignment, RoutingLag } from './assignments.js';
import { permits, WaitForAssignment } from './wait-for-assignment.js';

const unassigned: Assignment = { department: undefined, executor: undefined };
const given: Assignment = { department: 'works', executor: 'ivanova' };
const suits = (assignment: Assignment) => permits(assignment, ['works'], { executor: 'ivanova' });

/** The assignment, and how long it was waited for, ms. */
async function ask(isBehind: RoutingLag['isBehind'], assignmentOf: () => Assignment) {
  const assignments = { of: async () => assignmentOf(), keep: async () => undefined };
  const begun = performance.now();
  const assignment = await new WaitForAssignment(assignments, { isBehind }).of(1, 'q', suits);
  return { assignment, took: performance.now() - begun };
}

const unknown: readonly [string, RoutingLag['isBehind']][] = [
  ['cannot be told yet', () => Promise.reject(new Error('No such consumer: responses.routing'))],
  ['never answers', () => new Promise(() => undefined)],
];

it.each(unknown)('waits two seconds for routing when its lag %s', async (_how, behind) => {
  const { assignment, took } = await ask(behind, () => unassigned);
  expect(assignment).toEqual(unassigned);
  expect(took).toBeGreaterThan(1_900);
  expect(took).toBeLessThan(4_000);
});

it('takes an assignment that is consumed meanwhile although the lag cannot be told', async () => {
  let asked = 0;
  const { assignment } = await ask(
    () => Promise.reject(new Error('no broker')),
    () => ((asked += 1) > 3 ? given : unassigned),
  );
  expect(assignment).toEqual(given);
});

it('does not wait when it is not behind', async () => {
  const { assignment, took } = await ask(
    () => Promise.resolve(false),
    () => unassigned,
  );
  expect(assignment).toEqual(unassigned);
  expect(took).toBeLessThan(1_000);
});
