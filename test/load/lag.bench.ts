import { atRate } from './at-rate.js';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct } from './running-product.js';
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

/** From the acknowledged submission to the search that finds it, at 50 submissions a second. */
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
  return [
    { name: 'submit → found, p50', unit: 'ms', value: quantile(lags, 0.5) },
    {
      ...{ name: 'submit → found, p99', unit: 'ms', value: quantile(lags, 0.99) },
      ...{ floor, goal, lessIsBetter: true, note: 'only a quiet machine proves it' },
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
