import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { benchServer, quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct } from './running-product.js';
import { inTurns, searchClient } from './search-client.js';

export const name = 'search-quality';

interface QualitySet {
  readonly docs: readonly { readonly id: string | number; readonly text: string }[];
  readonly queries: readonly { readonly query: string; readonly relevant: readonly (string | number)[] }[];
}

const CALLERS = 8;
const PLACES = 10;
const LONGEST = 20_000;
const WAIT_S = 120;

/**
 * How good the running product's full text is on a set that is kept elsewhere (`--set <file>`, JSON): its texts are sent
 * in as residents do, its queries asked as an official does. MRR@10: the mean of 1 ÷ place of the first relevant text.
 */
export async function run({ args, say }: BenchOptions): Promise<readonly Metric[]> {
  const set = setOf(args, say);
  const server = await benchServer();
  try {
    say('the product is started');
    const product = await runningProduct(server.url);
    try {
      const client = await searchClient(product);
      say(`${set.docs.length} texts are sent in`);
      const sent = await inTurns(set.docs, CALLERS, ({ text }) => client.submit(text.trim().slice(0, LONGEST)));
      const idOf = new Map(set.docs.map(({ id }, at) => [sent[at]!, String(id)]));
      for (let waited = 0; (await client.count('')) < sent.length; waited += 1) {
        if (waited > WAIT_S) throw new Error('the index does not come as far as the texts');
        await pause(1_000);
      }
      say(`${set.queries.length} queries are asked`);
      const places: number[] = [];
      const times: number[] = [];
      for (const { query, relevant } of set.queries) {
        const wanted = new Set(relevant.map(String));
        const start = performance.now();
        const found = await client.search(query);
        times.push(performance.now() - start);
        places.push(found.slice(0, PLACES).findIndex((id) => wanted.has(idOf.get(id) ?? '')) + 1);
      }
      const mean = (of: (place: number) => number) => places.reduce((sum, place) => sum + of(place), 0) / places.length;
      return [
        { name: 'MRR@10', unit: '', value: mean((place) => (place === 0 ? 0 : 1 / place)) },
        { name: 'success@10', unit: '', value: mean((place) => (place === 0 ? 0 : 1)) },
        { name: 'search, p50', unit: 'ms', value: quantile(times, 0.5) },
        { name: 'search, p99', unit: 'ms', value: quantile(times, 0.99) },
      ];
    } finally {
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}

/** Of `--set <file>`; without one a small made set, which shows that the bench runs and nothing else. */
function setOf(args: readonly string[], say: (line: string) => void): QualitySet {
  const at = args.indexOf('--set');
  const file = at < 0 ? undefined : args[at + 1];
  if (file) return JSON.parse(readFileSync(file, 'utf8')) as QualitySet;
  say('no --set <file>: a small made set is taken, whose figures mean nothing');
  const matters = [
    ['Яма на дороге', 'На улице Лесной огромные ямы, машины объезжают по обочине дороги.'],
    ['Нет горячей воды', 'Третью неделю горячая вода в доме отключена, управляющая компания молчит.'],
    ['Не вывозят мусор', 'Контейнеры переполнены, вывоза мусора не было десять дней.'],
    ['Не горят фонари', 'Фонарь у школы не горит, дети возвращаются в темноте.'],
  ] as const;
  return {
    docs: matters.map(([, text], id) => ({ id, text })),
    queries: matters.map(([query], id) => ({ query, relevant: [id] })),
  };
}
