import { cpus, loadavg } from 'node:os';
import { missingRequirement } from '../../deploy/stack/stack.js';
import type { Bench, BenchSize, Metric } from './bench-frame.js';
import { benchNames, smokeEachCommit, smokeOnServers, smokeWithoutServers, type SmokeRun } from './bench-names.js';
import { shareServers } from './shared-servers.js';

const usage = `usage: npm run bench -- <name> [--json] [--full | --smoke] [arguments of the bench]
       npm run bench -- all [--json] [--smoke]
       npm run bench -- quick --smoke [--json]

Runs test/load/<name>.bench.ts from its source, on plain Node. It exports \`name\` and
\`run(options): Promise<Metric[]>\` (test/load/bench-frame.ts).
Each figure stands beside its yardstick, taken in the same run and in turn with it.
--smoke: the smallest form, seconds: whether the bench lives; its figures mean nothing. With \`all\` the benches share
servers and product, and one that dies does not keep the others from running. OTKLIK_PROFILE=cluster: those on Kafka,
Elasticsearch and the cluster, else all others. \`quick\`: of these others, those that take seconds.

benches: ${benchNames.join(', ')}`;

const FLAGS: readonly string[] = ['--json', '--full', '--smoke'];

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv.filter((argument) => !FLAGS.includes(argument));
  const size = sizeOf(argv);
  const isJson = argv.includes('--json');
  if (name === 'quick' && size === 'smoke') return smokeAll(smokeEachCommit, isJson);
  if (name === 'all' && size === 'smoke') return smokeOfProfile(isJson);
  const wanted = name === 'all' ? benchNames : benchNames.filter((bench) => bench === name);
  if (wanted.length === 0) {
    console.error(name ? `There is no bench "${name}".\n\n${usage}` : usage);
    return 1;
  }
  for (const one of wanted) await measure([one, ...args], size, isJson);
  return 0;
}

function sizeOf(argv: readonly string[]): BenchSize {
  if (argv.includes('--full')) return 'full';
  return argv.includes('--smoke') ? 'smoke' : 'usual';
}

async function smokeOfProfile(isJson: boolean): Promise<number> {
  const isCluster = process.env['OTKLIK_PROFILE'] === 'cluster';
  const [runs, others] = isCluster ? [smokeOnServers, smokeWithoutServers] : [smokeWithoutServers, smokeOnServers];
  const code = await smokeAll(runs, isJson);
  const how = isCluster ? 'without OTKLIK_PROFILE=cluster' : (missingRequirement() ?? 'with OTKLIK_PROFILE=cluster');
  console.error(`NOT RUN: ${others.map((run) => run.join(' ')).join(', ')}: ${how}`);
  return code;
}

/** Each bench's outcome is one line on stdout: `LIVES <name>` or `DIED <name>`. Answers 1 when one died. */
async function smokeAll(runs: readonly SmokeRun[], isJson: boolean): Promise<number> {
  let died = 0;
  await using _servers = shareServers();
  for (const run of runs) {
    const begun = performance.now();
    const took = () => `${((performance.now() - begun) / 1_000).toFixed(1)} s`;
    try {
      await measure(run, 'smoke', isJson);
      console.log(`LIVES ${run.join(' ')} (${took()})`);
    } catch (error) {
      died += 1;
      console.error(error);
      console.log(`DIED ${run.join(' ')} (${took()})`);
    }
  }
  return died > 0 ? 1 : 0;
}

async function measure([name, ...args]: SmokeRun, size: BenchSize, isJson: boolean): Promise<void> {
  const bench = (await import(`./${name}.bench.ts`)) as Bench;
  console.error(`${name}: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
  const metrics = await bench.run({ size, args, print: (line) => console.error(`  ${line}`) });
  if (metrics.length === 0 && size === 'smoke') throw new Error(`${name} measured nothing`);
  const wrong = metrics.filter(({ value, ratio = 0 }) => !Number.isFinite(value) || !Number.isFinite(ratio));
  if (wrong.length > 0) throw new Error(`no figure: ${wrong.map((metric) => metric.name).join(', ')}`);
  if (isJson) console.log(JSON.stringify({ bench: name, metrics: metrics.map(asJson) }));
  else for (const metric of metrics) console.log(asLine(metric, size));
}

function asJson(metric: Metric): object {
  const { name, value, unit, yardstick = null, ratio = null, floor = null, goal = null, ...rest } = metric;
  return { name, value, unit, yardstick, ratio, floor, goal, ...rest };
}

function asLine(metric: Metric, size: BenchSize): string {
  const figure = `${short(metric.value)} ${metric.unit}`;
  const beside = metric.yardstick === undefined ? '' : ` ÷ ${short(metric.yardstick)} = ${short(metric.ratio)}`;
  const note = metric.note ? ` (${metric.note})` : '';
  return `${metric.name}: ${figure}${beside}${size === 'smoke' ? '' : judged(metric)}${note}`;
}

function judged({ floor, goal, lessIsBetter, ratio, value }: Metric): string {
  if (floor === undefined) return '';
  const bound = lessIsBetter ? '≤' : '≥';
  return `; floor ${bound} ${floor}, goal ${bound} ${goal}${verdict({ floor, goal, lessIsBetter, figure: ratio ?? value })}`;
}

interface Judged {
  readonly floor: number;
  readonly goal: number | undefined;
  readonly lessIsBetter: boolean | undefined;
  readonly figure: number;
}

function verdict({ floor, goal, lessIsBetter, figure }: Judged): string {
  if (goal === undefined) return '';
  const reaches = (bound: number) => (lessIsBetter ? figure <= bound : figure >= bound);
  if (reaches(goal)) return ' — goal reached';
  return reaches(floor) ? ' — above the floor' : ' — FLOOR MISSED';
}

function short(value: number | undefined): string {
  if (value === undefined) return '?';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

process.exitCode = await main(process.argv.slice(2));
