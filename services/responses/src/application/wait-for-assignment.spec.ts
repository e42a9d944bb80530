import { expect, it } from '@jest/globals';
import type { Assignment, RoutingLag } from './assignments.js';
import { permits, WaitForAssignment } from './wait-for-assignment.js';

const unassigned: Assignment = { department: undefined, executor: undefined };
const given: Assignment = { department: 'works', executor: 'ivanova' };
const suits = (assignment: Assignment) => permits(assignment, ['works'], ['ivanova']);

/** The assignment, and the time waited for it, ms. */
async function ask(isBehind: RoutingLag['isBehind'], assignmentOf: () => Assignment) {
  const assignments = {
    of: async () => assignmentOf(),
    isAnswered: async () => false,
    isPublicationAllowed: async () => false,
  };
  const begun = performance.now();
  const assignment = await new WaitForAssignment(assignments, { isBehind }).of(
    1,
    { appeal: 'a', question: 'q' },
    suits,
  );
  return { assignment, waitedMs: performance.now() - begun };
}

const unknown: readonly [string, RoutingLag['isBehind']][] = [
  ['is unknown', () => Promise.reject(new Error('No such consumer: responses.case'))],
  ['is never answered', () => new Promise(() => undefined)],
];

it.each(unknown)('waits two seconds for routing when its lag %s', async (_how, behind) => {
  const { assignment, waitedMs } = await ask(behind, () => unassigned);
  expect(assignment).toEqual(unassigned);
  expect(waitedMs).toBeGreaterThan(1_900);
  expect(waitedMs).toBeLessThan(4_000);
});

it('returns an assignment that is consumed meanwhile although the lag is unknown', async () => {
  let asked = 0;
  const { assignment } = await ask(
    () => Promise.reject(new Error('no broker')),
    () => ((asked += 1) > 3 ? given : unassigned),
  );
  expect(assignment).toEqual(given);
});

it('does not wait without a lag', async () => {
  const { assignment, waitedMs } = await ask(
    () => Promise.resolve(false),
    () => unassigned,
  );
  expect(assignment).toEqual(unassigned);
  expect(waitedMs).toBeLessThan(1_000);
});
