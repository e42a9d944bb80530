import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { whatIsMissing } from '../../deploy/stack/stack.js';
import { brokerFrozen, brokerKilled, topicsWiped } from './kafka-faults.js';
import { killStorm } from './kills.js';
import { clockJump } from './clock-jump.js';
import { networkFaults } from './network-faults.js';
import { seeded } from './random.js';
import { indexDeleted, searchServerStopped } from './search-faults.js';
import { twoRelays } from './two-relays.js';
import { runScenarios, seconds, type Outcome, type Scenario } from './run.js';
import { brokersRestarted, leaderFrozen, leaderKilled, twoBrokersDown } from './three-brokers.js';

const scale = Number(process.env['RELIABILITY_SCALE'] || 1);

interface Plan {
  readonly act: Scenario;
  /** One when absent. */
  readonly brokers?: 3;
  /** Only copies are hurt: no resident may be left without an answer. */
  readonly unnoticed?: true;
}

const scenarios: Readonly<Record<string, Plan>> = {
  'kill-storm': { act: killStorm(Math.ceil(60 * scale)) },
  'broker-killed': { act: brokerKilled, unnoticed: true },
  'broker-frozen': { act: brokerFrozen, unnoticed: true },
  'topics-wiped': { act: topicsWiped, unnoticed: true },
  'two-relays': { act: twoRelays },
  'postgres-network': { act: networkFaults('postgres') },
  'kafka-network': { act: networkFaults('kafka'), unnoticed: true },
  'search-network': { act: networkFaults('search'), unnoticed: true },
  'search-server-stopped': { act: searchServerStopped, unnoticed: true },
  'index-deleted': { act: indexDeleted, unnoticed: true },
  'clock-jump': { act: clockJump },
  'leader-killed': { act: leaderKilled, brokers: 3, unnoticed: true },
  'leader-frozen': { act: leaderFrozen, brokers: 3, unnoticed: true },
  'two-brokers-down': { act: twoBrokersDown, brokers: 3, unnoticed: true },
  'brokers-restarted': { act: brokersRestarted, brokers: 3, unnoticed: true },
};

const USAGE = `usage: npm run test:chaos -- [--seed <number>] [--kills <number>] [scenario …]
scenarios: ${Object.keys(scenarios).join(', ')};
all of them when none is named, each in a cluster of as many brokers as it needs. RELIABILITY_SCALE multiplies the kills.`;

/** Bounds on what was measured: the 95th percentile, ms. */
const PROMISED: Readonly<Record<string, number>> = {
  'service killed → ready': 3_000,
  'postmaster killed → first acknowledgement': 5_000,
  'broker back → backlog drained': 30_000,
  'search while its server is away': 1_000,
  'unnoticed by residents: longest without an acknowledgement': 2_000,
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
  const missing = whatIsMissing();
  if (missing) {
    console.error(missing);
    return 1;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(scenarios);
  const storm = values.kills === undefined ? undefined : { act: killStorm(Number(values.kills)) };
  const chosen = names.map((name) => ({ name, ...((name === 'kill-storm' && storm) || scenarios[name]!) }));
  return run(chosen, values.seed === undefined ? randomInt(1_000_000_000) : Number(values.seed));
}

async function run(chosen: readonly (Plan & { readonly name: string })[], seed: number): Promise<number> {
  console.log(`seed ${seed} (again: npm run test:chaos -- --seed ${seed})`);
  let wrong = 0;
  for (const brokers of [1, 3] as const) {
    const fitting = chosen.filter((plan) => (plan.brokers ?? 1) === brokers);
    if (fitting.length === 0) continue;
    console.log(brokers === 1 ? 'One broker:' : 'Three brokers:');
    const named = fitting.map(({ name, act, unnoticed = false }) => ({ name, act, unnoticed }));
    wrong += told(await runScenarios(named, seeded(seed), { brokers, say: console.log }));
  }
  console.log(wrong === 0 ? 'Nothing was lost, nothing doubled, all of it healed.' : 'NOT WHOLE.');
  return wrong === 0 ? 0 : 1;
}

/** Prints what came out; answers how much of it is wrong. */
function told({ kills, measures, faults }: Outcome): number {
  console.log(`${kills} kills`);
  const late = [...measures].flatMap(([name, times]) => report(name, times));
  for (const fault of [...faults.slice(0, 20), ...late]) console.error(`FAULT ${fault}`);
  if (faults.length > 20) console.error(`… and ${faults.length - 20} more`);
  return faults.length + late.length;
}

/** Prints one measure; answers what it misses. */
function report(name: string, times: readonly number[]): readonly string[] {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  const promised = PROMISED[name];
  console.log(
    `${name}: median ${seconds(at(0.5))}, p95 ${seconds(at(0.95))}, worst ${seconds(sorted.at(-1)!)} of ${sorted.length}` +
      (promised === undefined ? '' : ` (promised: p95 ≤ ${seconds(promised)})`),
  );
  return promised === undefined || at(0.95) <= promised
    ? []
    : [`${name}: p95 ${seconds(at(0.95))} > ${seconds(promised)}`];
}

process.exitCode = await main();
