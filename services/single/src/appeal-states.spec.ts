import { expect, it } from '@jest/globals';
import { evolveAppeal, noAppeal } from '@otklik/case/appeal';
import { appealState } from '@otklik/case/appeal-status';
import { appealStates } from '@otklik/case/appeal-states';
import type { IntakeFact } from '@otklik/case/events';
import { isDone } from '@otklik/case/question-status';
import { stateAfter } from '@otklik/case/states-after';
import fc from 'fast-check';
import { begun, received, step } from './case-steps.fixture.js';
import { storyOf } from './case-story.fixture.js';

/*
 * What an event makes of an appeal is said twice: by the table that webhooks and Open311 read, and by the flags that the register
 * keeps, of which one may hold beside another. Both say the same, so that who hears webhooks sees what the register shows.
 */

/** Of an end that came without its kind, as in 0.1.0, the table tells no state. */
const untold: ReadonlySet<string> = new Set<IntakeFact['type']>(['AppealAnswered', 'ReopeningRefused']);

it('is in the state of the table after each event, by its flags', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(received, begun, fc.array(step, { maxLength: 40, size: 'max' }), (of, first, steps) => {
      let part = noAppeal;
      for (const fact of storyOf(of, [...first, ...steps]).facts) {
        if (fact.topic !== 'intake.events') continue;
        const before = appealState(part, []);
        part = evolveAppeal(part, fact as IntakeFact);
        const flags = appealState(part, []);
        const told = stateAfter(appealStates, fact);
        if (told !== null) seen.add(told);
        if (told !== null && isDone(told)) expect(part.isConsidered).toBe(false);
        else if (told !== null || !untold.has(fact.type))
          expect([fact.type, flags]).toEqual([fact.type, told ?? before]);
      }
    }),
    { numRuns: 500 },
  );
  expect(seen.size).toBeGreaterThan(6);
});
