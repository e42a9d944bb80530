import { expect, it } from '@jest/globals';
import { topicsWiped } from './kafka-faults.js';
import { killStorm } from './kills.js';
import { seeded } from './random.js';
import { runScenarios } from './run.js';

const SEED = 7;
const KILLS = 4;

/** The harness itself, small: `npm run test:chaos` does the worst and holds recovery to its times. */
it('loses, doubles and invents nothing while processes are killed and all topics wiped', async () => {
  const said: string[] = [];
  const scenarios = [
    { name: 'kill-storm', act: killStorm(KILLS), unnoticed: false },
    { name: 'topics-wiped', act: topicsWiped, unnoticed: false },
  ];
  const { kills, faults } = await runScenarios(scenarios, seeded(SEED), { brokers: 1, say: (line) => said.push(line) });
  expect({ faults, said: faults.length > 0 ? said : [] }).toEqual({ faults: [], said: [] });
  expect(kills).toBe(KILLS);
}, 300_000);
