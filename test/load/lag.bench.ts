import { setTimeout as pause } from 'node:timers/promises';
import { benchServer, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct } from './running-product.js';
import { searchClient, type SearchClient } from './search-client.js';

export const name = 'lag';

const PER_SECOND = 50;
const LOOK_MS = 15;
const LOST_MS = 10_000;
/** Of so many submissions one is looked for: the looking itself must not be the load. */
const WATCHED = 10;

/** From the acknowledged submission to the search that finds it, at 50 submissions a second. */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const server = await benchServer();
  try {
    say('the product is started');
    const product = await runningProduct(server.url);
    try {
      const client = await searchClient(product);
      say('a round for warming up');
      await round(client, 3, 'прогрев');
      const seconds = full ? 60 : 15;
      say(`${PER_SECOND} a second for ${seconds} s, one in ${WATCHED} looked for`);
      const lags = await round(client, seconds, 'замер');
      return [
        { name: 'submit → found, p50', unit: 'ms', value: quantile(lags, 0.5) },
        {
          ...{ name: 'submit → found, p99', unit: 'ms', value: quantile(lags, 0.99) },
          ...{ floor: 300, goal: 150, lessIsBetter: true, note: 'only a quiet machine proves it' },
        },
      ];
    } finally {
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}

async function round(client: SearchClient, seconds: number, label: string): Promise<readonly number[]> {
  const lags: number[] = [];
  const running: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; number < seconds * PER_SECOND; number += 1) {
    const due = start + (number * 1_000) / PER_SECOND;
    if (due > performance.now()) await pause(due - performance.now());
    const one = number % WATCHED === 0 ? watched(client, label, number, lags) : sent(client);
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

async function watched(client: SearchClient, label: string, number: number, lags: number[]): Promise<void> {
  const mark = `${label}${number}х${Math.floor(performance.now())}`;
  const id = await client.submit(`Не горит фонарь, заявка ${mark}`);
  const acknowledged = performance.now();
  while (!(await client.search(`"${mark}"`)).includes(id)) {
    if (performance.now() - acknowledged > LOST_MS) throw new Error('a submission is not found');
    await pause(LOOK_MS);
  }
  lags.push(performance.now() - acknowledged);
}
