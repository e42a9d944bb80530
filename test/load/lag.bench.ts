import { setTimeout as pause } from 'node:timers/promises';
import { benchServer, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { searchClient, type SearchClient } from './search-client.js';
import { wholeCluster } from './whole-cluster.js';

export const name = 'lag';

const PER_SECOND = 50;
/** A cluster's servers compile while they are young; and the looking itself must not be the load: its goal is a second. */
const paces = {
  single: { warmS: 3, lookMs: 15, floor: 300, goal: 150 },
  cluster: { warmS: 30, lookMs: 200, floor: 2_000, goal: 1_000 },
} as const;
type Pace = (typeof paces)[keyof typeof paces];
const LOST_MS = 10_000;
/** Of so many submissions one is looked for. */
const WATCHED = 10;

/** From the acknowledged submission to the search that finds it, at 50 submissions a second. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { say, args } = options;
  say('the product is started');
  if (args.includes('cluster')) {
    const cluster = await wholeCluster(say);
    return measured(options, cluster, paces.cluster).finally(() => cluster.stop());
  }
  const server = await benchServer();
  try {
    const product = await runningProduct(server.url);
    return await measured(options, product, paces.single).finally(() => product.stop());
  } finally {
    await server.stop();
  }
}

async function measured(
  { full, say }: BenchOptions,
  product: RunningProduct,
  { warmS, lookMs, floor, goal }: Pace,
): Promise<readonly Metric[]> {
  const client = await searchClient(product);
  say(`${warmS} s for warming up`);
  await round(client, lookMs, warmS, 'прогрев');
  const seconds = full ? 60 : 15;
  say(`${PER_SECOND} a second for ${seconds} s, one in ${WATCHED} looked for`);
  const lags = await round(client, lookMs, seconds, 'замер');
  return [
    { name: 'submit → found, p50', unit: 'ms', value: quantile(lags, 0.5) },
    {
      ...{ name: 'submit → found, p99', unit: 'ms', value: quantile(lags, 0.99) },
      ...{ floor, goal, lessIsBetter: true, note: 'only a quiet machine proves it' },
    },
  ];
}

async function round(client: SearchClient, lookMs: number, seconds: number, label: string): Promise<readonly number[]> {
  const lags: number[] = [];
  const running: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; number < seconds * PER_SECOND; number += 1) {
    const due = start + (number * 1_000) / PER_SECOND;
    if (due > performance.now()) await pause(due - performance.now());
    const one = number % WATCHED === 0 ? watched(client, lookMs, `${label}${number}`, lags) : sent(client);
    // Heard at once: an unheard failure would end the process and leave the product running.
    one.catch(() => undefined);
    running.push(one);
  }
  await Promise.all(running);
  return lags;
}

async function sent(client: SearchClient): Promise<void> {
  await client.submit('Во дворе не убирают снег, дорожка к подъезду обледенела. Просим принять меры.');
}

async function watched(client: SearchClient, lookMs: number, label: string, lags: number[]): Promise<void> {
  lags.push(await client.untilFound(`${label}х${Math.floor(performance.now())}`, lookMs, LOST_MS));
}
