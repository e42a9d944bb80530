import { expect, it } from '@jest/globals';
import { topicsWiped } from './kafka-faults.js';
import { killStorm } from './kills.js';
import { seeded } from '../world/random.js';
import { runScenarios } from './run.js';

const SEED = 7;
const KILLS = 3;
/** Low, because other spec files run at the same time. */
const PER_SECOND = 10;

/** A small run of the harness: `npm run test:chaos` runs every scenario and bounds the time of recovery. */
it('loses, duplicates and invents nothing while processes are killed and all topics are wiped', async () => {
  const scenarios = [
    { name: 'kill-storm', play: killStorm(KILLS), requiresAvailability: false },
    { name: 'topics-wiped', play: topicsWiped, requiresAvailability: false },
  ];
  console.log(`chaos, seed ${SEED}`);
  const options = {
    brokers: 1,
    perSecond: PER_SECOND,
    print: (line: string) => void process.stderr.write(`${line}\n`),
  } as const;
  const { kills, faults } = await runScenarios(scenarios, seeded(SEED), options);
  expect(faults).toEqual([]);
  expect(kills).toBe(KILLS);
}, 600_000);
