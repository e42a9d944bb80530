import { once } from 'node:events';
import { existsSync, lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathsOf, type LockedPackages } from '../../deploy/bootstrap/packages.mjs';
import { freePort } from '../../deploy/stack/ports.js';
import { argumentsOf, printed } from '../world/product-process.js';
import type { BenchOptions, Metric } from './bench-frame.js';
import { temporaryFolder } from './bench-server.js';
import { asTable, sum, type ProcessMemory } from './process-memory.js';
import { smallMachine, type SmallMachine } from './small-machine.js';

export const name = 'footprint';

const GIGABYTE = 1024 ** 3;
const APPEALS = { smoke: 5, usual: 1_000, full: 5_000 } as const;
const SETTLE_MS = { smoke: 500, usual: 20_000, full: 20_000 } as const;
/** Connections live for a minute, and their backends keep what the work took. */
const SETTLE_AFTER_WORK_MS = { smoke: 500, usual: 75_000, full: 75_000 } as const;
const SAMPLE_INTERVAL_MS = 250;
const rest = { unit: 'MB', floor: 400, goal: 300, lessIsBetter: true } as const;
const peak = { unit: 'MB', floor: 900, goal: 512, lessIsBetter: true } as const;

/** One district on one CPU and 1 GB: memory of Node and PostgreSQL together, at rest and while an operator works. */
export async function run({ print, size }: BenchOptions): Promise<readonly Metric[]> {
  using folder = temporaryFolder('footprint');
  await using machine = smallMachine(GIGABYTE);
  const note = machine.bound === 'cgroup' ? '1 CPU, 1 GB, no swap' : 'no cgroup could be made: unbounded';
  const appeals = APPEALS[size];
  const file = join(folder.path, 'appeals.jsonl');
  writeFileSync(file, Array.from({ length: appeals }, (_, id) => JSON.stringify(appeal(id))).join('\n'));
  const env = {
    ...process.env,
    OTKLIK_DATA: join(folder.path, 'data'),
    OTKLIK_DEMO: 'off',
    OTKLIK_BACKUP_PASSPHRASE: 'a passphrase of the bench',
    PORT: String(await freePort()),
    NODE_OPTIONS: '',
    DATABASE_URL: '',
  };
  const begun = performance.now();
  const product = machine.start(argumentsOf('start'), env);
  try {
    await printed(product, /Otklik is ready/);
    const seconds = (performance.now() - begun) / 1000;
    const metrics: Metric[] = [
      {
        name: 'packages that npm start keeps, on disk',
        unit: 'MB',
        value: keptMegabytes(),
        floor: 800,
        goal: 350,
        lessIsBetter: true,
      },
      {
        name: 'start of a prepared checkout',
        unit: 's',
        value: seconds,
        floor: 60,
        goal: 30,
        lessIsBetter: true,
        note,
      },
    ];
    const record = async (title: string, parts: readonly ProcessMemory[], bounds: typeof rest | typeof peak) => {
      for (const line of ['', title, ...asTable(parts), await heapOf(env.PORT)]) print(line);
      metrics.push({ name: title, value: sum(parts).total, ...bounds, note });
    };
    await sleep(SETTLE_MS[size]);
    await record('at rest', machine.memory(), rest);
    for (const [title, said, args] of work(file, appeals)) {
      await record(`peak of ${title}`, await peakOf(machine, { args, said }, env), peak);
      await untilConsumed(env.PORT);
    }
    await sleep(SETTLE_AFTER_WORK_MS[size]);
    await record('at rest afterwards', machine.memory(), rest);
    return metrics;
  } finally {
    product.kill('SIGTERM');
    if (product.exitCode === null) await once(product, 'exit');
  }
}

type Work = readonly [title: string, said: RegExp, args: readonly string[]];

function work(file: string, appeals: number): readonly Work[] {
  return [
    [
      `import of ${appeals}`,
      new RegExp(`\\b${appeals} added`),
      ['import', file, '--district', 'aldan', '--decide', 'message'],
    ],
    ['verify', /Everything is whole/, ['verify']],
    ['rebuild', /./, ['rebuild', 'register']],
    ['erase', /./, ['erase', '--person', 'one@example.org', '--district', 'aldan', '--ground', 'COURT']],
  ];
}

function appeal(id: number): Readonly<Record<string, unknown>> {
  const text = `Во дворе дома ${id} не убирают снег, дорожка к подъезду обледенела. Просим принять меры. `.repeat(3);
  return { id, text, ...(id === 0 && { contact: 'one@example.org' }) };
}

/** While the operator's tool runs, which is in the machine, too. */
async function peakOf(
  machine: SmallMachine,
  { args, said }: { readonly args: readonly string[]; readonly said: RegExp },
  env: NodeJS.ProcessEnv,
): Promise<readonly ProcessMemory[]> {
  const tool = machine.start(['services/single/start/otklik.mjs', ...args], env);
  let output = '';
  for (const stream of [tool.stdout, tool.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(tool, 'close') as Promise<[number | null]>;
  let most: readonly ProcessMemory[] = [];
  while (tool.exitCode === null && tool.signalCode === null) {
    const now = machine.memory();
    if (sum(now).total > sum(most).total) most = now;
    await Promise.race([ended, sleep(SAMPLE_INTERVAL_MS)]);
  }
  const [code] = await ended;
  if (code !== 0 || !said.test(output))
    throw new Error(`${args.join(' ')} ended with ${code}:\n${output.slice(-2_000)}`);
  return most;
}

/** On a loaded machine the consumers of an import take minutes. */
async function untilConsumed(port: string): Promise<void> {
  for (;;) {
    const lags = (await metricsOf(port)).matchAll(/^otklik_consumer_lag_events\{.*\} (\d+)/gm);
    if ([...lags].every(([, lag]) => lag === '0')) return;
    await sleep(SAMPLE_INTERVAL_MS);
  }
}

async function metricsOf(port: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

/** The product's own view: of the anonymous memory of its process, what is V8's heap and what are buffers. */
async function heapOf(port: string): Promise<string> {
  const text = await metricsOf(port);
  const megabytes = (name: string) => {
    const value = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1];
    return (Number(value) / 1024 ** 2).toFixed(0);
  };
  const [used, all, external] = ['heap_size_used', 'heap_size_total', 'external_memory'].map((name) =>
    megabytes(`nodejs_${name}_bytes`),
  );
  return `heap of the product: ${used} used of ${all}, external ${external}`;
}

/** Packages inside a kept one are kept with it; an optional one may be of another machine. */
function keptMegabytes(): number {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: LockedPackages };
  const kept = pathsOf('run', packages).filter((path) => existsSync(path) && path.split('node_modules/').length === 2);
  return kept.reduce((sum, path) => sum + diskMegabytes(path), 0);
}

function diskMegabytes(folder: string): number {
  let blocks = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) blocks += lstatSync(join(entry.parentPath, entry.name)).blocks;
  return (blocks * 512) / 1024 / 1024;
}
