import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { whatIsMissing } from '../../deploy/stack/stack.js';
import { brokerFrozen, brokerKilled, topicsWiped } from './kafka-faults.js';
import { killStorm } from './kills.js';
import { networkFaults, standBetween, type Between } from './network-faults.js';
import { seeded } from './random.js';
import { indexDeleted, searchServerStopped } from './search-faults.js';
import { twoRelays } from './two-relays.js';
import { runScenarios, seconds, type Scenario } from './run.js';

const scale = Number(process.env['RELIABILITY_SCALE'] || 1);

let between: Between | undefined;

const scenarios: Readonly<Record<string, Scenario>> = {
  'kill-storm': killStorm(Math.ceil(60 * scale)),
  'broker-killed': brokerKilled,
  'broker-frozen': brokerFrozen,
  'topics-wiped': topicsWiped,
  'two-relays': twoRelays,
  'network-faults': networkFaults(() => {
    if (!between) throw new Error('the proxies stand before a started cluster');
    return between;
  }),
  'search-server-stopped': searchServerStopped,
  'index-deleted': indexDeleted,
};

const USAGE = `usage: npm run test:chaos -- [--seed <number>] [--kills <number>] [scenario …]
scenarios: ${Object.keys(scenarios).join(', ')}; all of them when none is named. RELIABILITY_SCALE multiplies the kills.`;

/** Bounds on what was measured: the 95th percentile, ms. */
const PROMISED: Readonly<Record<string, number>> = {
  'service killed → ready': 3_000,
  'postmaster killed → first acknowledgement': 5_000,
  'broker back → backlog drained': 30_000,
  'search while its server is away': 1_000,
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
  const storm = values.kills === undefined ? undefined : killStorm(Number(values.kills));
  const chosen = names.map((name) => [name, (name === 'kill-storm' && storm) || scenarios[name]!] as const);
  return run(chosen, values.seed === undefined ? randomInt(1_000_000_000) : Number(values.seed));
}

async function run(chosen: readonly (readonly [string, Scenario])[], seed: number): Promise<number> {
  console.log(`seed ${seed} (again: npm run test:chaos -- --seed ${seed})`);
  const { kills, measures, faults } = await runScenarios(chosen, seeded(seed), {
    brokers: 1,
    say: console.log,
    through: async (servers) => (between = await standBetween(servers)).variables,
  });
  await between?.close();
  console.log(`${kills} kills`);
  const late = [...measures].flatMap(([name, times]) => report(name, times));
  for (const fault of [...faults.slice(0, 20), ...late]) console.error(`FAULT ${fault}`);
  if (faults.length > 20) console.error(`… and ${faults.length - 20} more`);
  console.log(
    faults.length + late.length === 0 ? 'Nothing was lost, nothing doubled, all of it healed.' : 'NOT WHOLE.',
  );
  return faults.length + late.length === 0 ? 0 : 1;
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
