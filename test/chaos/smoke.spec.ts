import { expect, it } from '@jest/globals';
import { topicsWiped } from './kafka-faults.js';
import { killStorm } from './kills.js';
import { seeded } from './random.js';
import { runScenarios } from './run.js';

const SEED = 7;
const KILLS = 3;
/** As the other spec files run beside it. */
const PER_SECOND = 10;

/** The harness itself, small: `npm run test:chaos` does the worst and holds recovery to its times. */
it('loses, doubles and invents nothing while processes are killed and all topics wiped', async () => {
  const scenarios = [
    { name: 'kill-storm', act: killStorm(KILLS), unnoticed: false },
    { name: 'topics-wiped', act: topicsWiped, unnoticed: false },
  ];
  console.log(`chaos, seed ${SEED}`);
  const options = {
    brokers: 1,
    perSecond: PER_SECOND,
    say: (line: string) => void process.stderr.write(`${line}\n`),
  } as const;
  const { kills, faults } = await runScenarios(scenarios, seeded(SEED), options);
  expect(faults).toEqual([]);
  expect(kills).toBe(KILLS);
}, 600_000);
