import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Bench, Metric } from './bench-frame.js';

const benches = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));

const usage = `usage: npm run bench -- <name> [--json] [--full] [arguments of the bench]
       npm run bench -- all [--json]

Runs test/load/<name>.bench.ts from its source, on plain Node. It exports \`name\` and
\`run(options): Promise<Metric[]>\` (test/load/bench-frame.ts).
Each figure stands beside its yardstick, taken in the same run and in turn with it.

benches: ${benches.join(', ')}`;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv.filter((argument) => argument !== '--json' && argument !== '--full');
  const wanted = name === 'all' ? benches : benches.filter((bench) => bench === name);
  if (wanted.length === 0) {
    console.error(name ? `There is no bench "${name}".\n\n${usage}` : usage);
    return 1;
  }
  for (const one of wanted) {
    const bench = (await import(`./${one}.bench.ts`)) as Bench;
    console.error(`${one}: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
    const metrics = await bench.run({
      full: argv.includes('--full'),
      args: rest,
      print: (line) => console.error(`  ${line}`),
    });
    if (argv.includes('--json')) console.log(JSON.stringify({ bench: one, metrics: metrics.map(asJson) }));
    else for (const metric of metrics) console.log(asLine(metric));
  }
  return 0;
}

function asJson(metric: Metric): object {
  const { name, value, unit, yardstick = null, ratio = null, floor = null, goal = null, ...rest } = metric;
  return { name, value, unit, yardstick, ratio, floor, goal, ...rest };
}

function asLine(metric: Metric): string {
  const figure = `${short(metric.value)} ${metric.unit}`;
  const beside = metric.yardstick === undefined ? '' : ` ÷ ${short(metric.yardstick)} = ${short(metric.ratio)}`;
  const bound = metric.lessIsBetter ? '≤' : '≥';
  const floor = metric.floor === undefined ? '' : `; floor ${bound} ${metric.floor}, goal ${bound} ${metric.goal}`;
  return `${metric.name}: ${figure}${beside}${floor}${verdict(metric)}${metric.note ? ` (${metric.note})` : ''}`;
}

function verdict(metric: Metric): string {
  const { floor, goal, lessIsBetter } = metric;
  if (floor === undefined || goal === undefined) return '';
  const figure = metric.ratio ?? metric.value;
  const reaches = (bound: number) => (lessIsBetter ? figure <= bound : figure >= bound);
  if (reaches(goal)) return ' — goal reached';
  return reaches(floor) ? ' — above the floor' : ' — FLOOR MISSED';
}

function short(value: number | undefined): string {
  if (value === undefined) return '?';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

process.exitCode = await main(process.argv.slice(2));
