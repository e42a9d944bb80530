import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { atRate } from './at-rate.js';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { fairRequests } from './fair-requests.js';
import type { Readers, Read } from './public-readers.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { officialToken } from './search-client.js';

export const name = 'public';

const DISTRICT = 'aldan';
/** Pages for all to read, without those of single answers, which are found on the list; the form is made for each reader. */
const PAGES = ['', '/answers', '/answers?q=снег', '/map', '/published.atom', '/reviews'];
const LISTS_PER_SECOND = 5;

/** Latency of an official's list while readers ask for public pages ÷ alone. The readers share the machine with the product. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const seconds = sized(options, { smoke: 1, usual: 20, full: 60 });
  const perSecond = sized(options, { smoke: 50, usual: 1_000, full: 1_000 });
  await using product = await runningProduct(options.args, options.print, options.size === 'smoke' ? 'small' : 'on');
  const paths = await publicPaths(product.url);
  if (options.size !== 'smoke' && paths.length === PAGES.length) throw new Error('No answer is published.');
  const { list } = fairRequests(DISTRICT, await officialToken(product, 'HEAD', DISTRICT));
  const lists = async (): Promise<readonly number[]> => {
    const taken: number[] = [];
    await atRate(LISTS_PER_SECOND, seconds, async () => {
      const begun = performance.now();
      const answer = await fetch(`${product.url}/graphql`, list());
      const text = await answer.text();
      if (!answer.ok || text.includes('"errors"')) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
      taken.push(performance.now() - begun);
    });
    return taken;
  };
  options.print('warming up');
  await Promise.all([lists(), read(product, { perSecond, seconds, paths })]);
  options.print('the desk alone');
  const alone = await lists();
  options.print(`the desk beside ${perSecond} requests a second of ${paths.length} pages`);
  const [beside, readers] = await Promise.all([lists(), read(product, { perSecond, seconds, paths })]);
  if (readers.refused > 0)
    throw new Error(`${readers.refused} of ${readers.sent} pages were refused: ${readers.first}`);
  const note = `p50 ${[beside, alone].map((taken) => quantile(taken, 0.5).toFixed(0)).join(' ÷ ')} ms`;
  const [value, yardstick] = [quantile(beside, 0.99), quantile(alone, 0.99)];
  return [
    { name: 'public pages', unit: 'a second', value: readers.sent / seconds, floor: perSecond * 0.95, goal: perSecond },
    { name: 'a public page, p99', unit: 'ms', value: readers.p99, floor: 250, goal: 50, lessIsBetter: true },
    {
      name: 'a list of the desk beside readers of public pages ÷ alone, p99',
      unit: 'ms',
      value,
      yardstick,
      ratio: value / yardstick,
      floor: 1.5,
      goal: 1.2,
      lessIsBetter: true,
      note,
    },
  ];
}

/** With the addresses of single answers, topics and settlements that the list of answers has. */
async function publicPaths(url: string): Promise<readonly string[]> {
  const lists = await (await fetch(`${url}/${DISTRICT}/answers`)).text();
  const found = [...lists.matchAll(/href="(\/aldan\/answers\/[^"#?]+)"/g)].map(([, path]) => path!);
  return [...PAGES.map((page) => `/${DISTRICT}${encodeURI(page)}`), ...new Set(found)];
}

/** From a thread of its own, so that what the readers cost delays no measured list. */
async function read(
  { url }: RunningProduct,
  { perSecond, seconds, paths }: Omit<Readers, 'url' | 'connections'>,
): Promise<Read> {
  const workerData: Readers = { url, perSecond, seconds, paths, connections: 128 };
  const readers = new Worker(new URL('public-readers.ts', import.meta.url), { workerData });
  try {
    // Rejects with what the thread throws.
    const [result] = (await once(readers, 'message')) as [Read];
    return result;
  } finally {
    await readers.terminate();
  }
}
