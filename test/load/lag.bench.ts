import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atRate } from './at-rate.js';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { temporaryFolder } from './bench-server.js';
import { generatedTexts } from './generated-texts.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { searchClient, type SearchClient } from './search-client.js';

export const name = 'lag';

const PER_SECOND = 50;
/** The servers of a cluster still compile their code for half a minute; its coarser interval keeps the searches from being the load. */
const profiles = {
  single: { warmUpS: 3, intervalMs: 15, floor: 300, goal: 150 },
  cluster: { warmUpS: 30, intervalMs: 200, floor: 2_000, goal: 1_000 },
} as const;
const LOST_TIMEOUT_MS = 10_000;
/** One of so many submissions is searched for. */
const SAMPLE_EVERY = 10;
const IMPORTED = { smoke: 20, usual: 2_000, full: 10_000 } as const;
/** Beside an import, one after another: a person may search a few times at once only. */
const BESIDE = { intervalMs: 50, timeoutMs: 60_000 } as const;

/** From the acknowledged submission to the search that finds it: at 50 submissions a second, and beside an import of a file. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  const { warmUpS, intervalMs, floor, goal } = profiles[args.includes('cluster') ? 'cluster' : 'single'];
  await using product = await runningProduct(args, print);
  const client = await searchClient(product);
  print(`${warmUpS} s for warming up`);
  await lagsOf(client, intervalMs, sized(options, { smoke: 0.5, usual: warmUpS, full: warmUpS }), 'прогрев');
  const seconds = sized(options, { smoke: 1, usual: 15, full: 60 });
  print(`${PER_SECOND} a second for ${seconds} s, one in ${SAMPLE_EVERY} searched for`);
  const lags = await lagsOf(client, intervalMs, seconds, 'замер');
  const besideImport = await lagsBesideImport(product, client, options);
  return [
    { name: 'submit → found, p50', unit: 'ms', value: quantile(lags, 0.5) },
    {
      name: 'submit → found, p99',
      unit: 'ms',
      value: quantile(lags, 0.99),
      floor,
      goal,
      lessIsBetter: true,
      note: 'only a quiet machine proves it',
    },
    { name: 'submit → found beside an import, p50', unit: 'ms', value: quantile(besideImport, 0.5) },
    {
      name: 'submit → found beside an import, p99',
      unit: 'ms',
      value: quantile(besideImport, 0.99),
      floor: 2_000,
      goal: 1_000,
      lessIsBetter: true,
      note: `${besideImport.length} submissions`,
    },
  ];
}

async function lagsOf(
  client: SearchClient,
  intervalMs: number,
  seconds: number,
  label: string,
): Promise<readonly number[]> {
  const lags: number[] = [];
  await atRate(PER_SECOND, seconds, async (number) => {
    if (number % SAMPLE_EVERY === 0) {
      const mark = `${label}${number}х${Math.floor(performance.now())}`;
      lags.push(await client.untilFound(mark, intervalMs, LOST_TIMEOUT_MS));
    } else {
      await client.submit('Во дворе не убирают снег, дорожка к подъезду обледенела. Просим принять меры.');
    }
  });
  return lags;
}

/** While the appeals of a file are imported, from the command's start to its end. */
async function lagsBesideImport(
  product: RunningProduct,
  client: SearchClient,
  options: BenchOptions,
): Promise<readonly number[]> {
  const appeals = sized(options, IMPORTED);
  options.print(`beside an import of ${appeals} appeals, one after another, each searched for`);
  using folder = temporaryFolder('lag');
  const file = join(folder.path, 'appeals.jsonl');
  const { text } = generatedTexts(1);
  writeFileSync(
    file,
    Array.from({ length: appeals }, (_, id) => JSON.stringify({ id: `lag-${id}`, text: text() })).join('\n'),
  );
  const lags: number[] = [];
  const imported = new AbortController();
  const importing = product
    .operate('import', file, '--district', 'aldan', '--decide', 'message')
    .finally(() => imported.abort());
  // Handled at once: it is awaited only when the last search has ended.
  importing.catch(() => undefined);
  for (let number = 0; !imported.signal.aborted; number += 1) {
    const mark = `импорт${number}х${Math.floor(performance.now())}`;
    lags.push(await client.untilFound(mark, BESIDE.intervalMs, BESIDE.timeoutMs));
  }
  const output = await importing;
  if (!output.includes(`${appeals} added`)) throw new Error(output);
  return lags;
}
