import { expect, it } from '@jest/globals';
import { letsAct, whoConsiders, type Assignment, type Told } from './who-considers.js';

const nobody: Assignment = { department: undefined, executor: undefined };
const given: Assignment = { department: 'works', executor: 'ivanova' };
const suits = (assignment: Assignment) => letsAct(assignment, ['works'], { executor: 'ivanova' });

/** Asks, and says how long that took, ms. */
async function ask(behind: Told['behind'], assignmentOf: () => Assignment) {
  const told = { behind, assignmentOf: () => Promise.resolve(assignmentOf()) };
  const begun = performance.now();
  const assignment = await whoConsiders(told, 1, 'q', suits);
  return { assignment, took: performance.now() - begun };
}

const unknown: readonly [string, Told['behind']][] = [
  ['cannot be told yet', () => Promise.reject(new Error('No such consumer: responses.routing'))],
  ['is asked for without an answer', () => new Promise(() => undefined)],
];

it.each(unknown)('waits two seconds for routing while what it has still to say %s', async (_how, behind) => {
  const { assignment, took } = await ask(behind, () => nobody);
  expect(assignment).toEqual(nobody);
  expect(took).toBeGreaterThan(1_900);
  expect(took).toBeLessThan(4_000);
});

it('takes what is heard meanwhile although how far it is behind cannot be told', async () => {
  let asked = 0;
  const { assignment } = await ask(
    () => Promise.reject(new Error('no broker')),
    () => ((asked += 1) > 3 ? given : nobody),
  );
  expect(assignment).toEqual(given);
});

it('does not wait where nothing is to be heard any more', async () => {
  const { assignment, took } = await ask(
    () => Promise.resolve(false),
    () => nobody,
  );
  expect(assignment).toEqual(nobody);
  expect(took).toBeLessThan(1_000);
});
