import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { missingRequirement } from '../../deploy/stack/stack.js';
import { brokerFrozen, brokerKilled, topicsWiped } from './kafka-faults.js';
import { killStorm } from './kills.js';
import { clockJump } from './clock-jump.js';
import { networkFaults } from './network-faults.js';
import { seeded } from '../world/random.js';
import { indexDeleted, searchServerStopped } from './search-faults.js';
import { twoRelays } from './two-relays.js';
import { runScenarios, seconds, type Outcome, type Scenario } from './run.js';
import { brokersRestarted, leaderFrozen, leaderKilled, twoBrokersDown } from './three-brokers.js';

const scale = Number(process.env['RELIABILITY_SCALE'] || 1);

interface Plan {
  readonly play: Scenario;
  /** One when absent. */
  readonly brokers?: 3;
  /** Only replicas fail: every submission must be answered meanwhile. */
  readonly requiresAvailability?: true;
}

const scenarios: Readonly<Record<string, Plan>> = {
  'kill-storm': { play: killStorm(Math.ceil(60 * scale)) },
  'broker-killed': { play: brokerKilled, requiresAvailability: true },
  'broker-frozen': { play: brokerFrozen, requiresAvailability: true },
  'topics-wiped': { play: topicsWiped, requiresAvailability: true },
  'two-relays': { play: twoRelays },
  'postgres-network': { play: networkFaults('postgres') },
  'kafka-network': { play: networkFaults('kafka'), requiresAvailability: true },
  'search-network': { play: networkFaults('search'), requiresAvailability: true },
  'search-server-stopped': { play: searchServerStopped, requiresAvailability: true },
  'index-deleted': { play: indexDeleted, requiresAvailability: true },
  'clock-jump': { play: clockJump },
  'leader-killed': { play: leaderKilled, brokers: 3, requiresAvailability: true },
  'leader-frozen': { play: leaderFrozen, brokers: 3, requiresAvailability: true },
  'two-brokers-down': { play: twoBrokersDown, brokers: 3, requiresAvailability: true },
  'brokers-restarted': { play: brokersRestarted, brokers: 3, requiresAvailability: true },
};

const USAGE = `usage: npm run test:chaos -- [--seed <number>] [--kills <number>] [scenario …]
scenarios: ${Object.keys(scenarios).join(', ')};
all of them when none is named, each in a cluster of as many brokers as it needs. RELIABILITY_SCALE multiplies the kills.`;

/** Upper bounds of the measures, ms. */
const MAX_P95_MS: Readonly<Record<string, number>> = {
  'service killed → ready': 3_000,
  'postmaster killed → first acknowledgement': 5_000,
  'broker back → backlog drained': 30_000,
  'search while its server is away': 1_000,
  'longest time without an acknowledgement': 2_000,
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, kills: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !(name in scenarios));
  if (unknown.length > 0) {
    console.error(`There is no scenario "${unknown[0]}".\n${USAGE}`);
    return 1;
  }
  const missing = missingRequirement();
  if (missing) {
    console.error(missing);
    return 1;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(scenarios);
  const storm = values.kills === undefined ? undefined : { play: killStorm(Number(values.kills)) };
  const chosen = names.map((name) => ({ name, ...((name === 'kill-storm' && storm) || scenarios[name]!) }));
  return run(chosen, values.seed === undefined ? randomInt(1_000_000_000) : Number(values.seed));
}

async function run(chosen: readonly (Plan & { readonly name: string })[], seed: number): Promise<number> {
  console.log(`seed ${seed} (to repeat it: npm run test:chaos -- --seed ${seed})`);
  const found = { faults: 0, late: 0 };
  for (const brokers of [1, 3] as const) {
    const fitting = chosen.filter((plan) => (plan.brokers ?? 1) === brokers);
    if (fitting.length === 0) continue;
    console.log(brokers === 1 ? 'One broker:' : 'Three brokers:');
    const named = fitting.map(({ name, play, requiresAvailability = false }) => ({ name, play, requiresAvailability }));
    const { faults, late } = report(await runScenarios(named, seeded(seed), { brokers, print: console.log }));
    found.faults += faults;
    found.late += late;
  }
  console.log(
    found.faults === 0
      ? 'Nothing was lost or duplicated, and all surfaces became consistent.'
      : 'THE HISTORY IS NOT CONSISTENT.',
  );
  if (found.late > 0) console.log('BOUNDS OF TIME WERE EXCEEDED.');
  return found.faults + found.late === 0 ? 0 : 1;
}

/** Prints the outcome; returns how many faults it has, and how many bounds it exceeds. */
function report({ kills, measures, faults }: Outcome): { readonly faults: number; readonly late: number } {
  console.log(`${kills} kills`);
  const late = [...measures].flatMap(([name, times]) => reportMeasure(name, times));
  for (const fault of [...faults.slice(0, 20), ...late]) console.error(`FAULT ${fault}`);
  if (faults.length > 20) console.error(`… and ${faults.length - 20} more`);
  return { faults: faults.length, late: late.length };
}

/** Prints one measure; returns the bound that it exceeds. */
function reportMeasure(name: string, times: readonly number[]): readonly string[] {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  const bound = MAX_P95_MS[name];
  console.log(
    `${name}: median ${seconds(at(0.5))}, p95 ${seconds(at(0.95))}, worst ${seconds(sorted.at(-1)!)} of ${sorted.length}` +
      (bound === undefined ? '' : ` (bound: p95 ≤ ${seconds(bound)})`),
  );
  return bound === undefined || at(0.95) <= bound ? [] : [`${name}: p95 ${seconds(at(0.95))} > ${seconds(bound)}`];
}

process.exitCode = await main();
