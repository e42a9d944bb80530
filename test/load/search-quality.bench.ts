import {
  indexedText,
  parseQuery,
  postgresSearchIndex,
  searchTexts,
  type IndexDocument,
  type Language,
  type SearchReading,
} from '@otklik/search/measured';
import type { Analyse } from '@otklik/text-analysis';
import { quantile, type BenchOptions, type Metric } from './bench-frame.js';
import { mulberry32 } from '@otklik/kernel';
import { setFrom, setsOf, withTypo, type QualitySet } from './quality-sets.js';
import { newId } from './log-fixtures.js';
import {
  languageOf,
  postgresSide,
  searchSide,
  missingRequirement,
  type PostgresSide,
  type SearchSide,
} from './search-side.js';
import { SnowballBm25 } from './snowball-bm25-yardstick.js';

export const name = 'search-quality';

const PLACES = 10;
const CHUNK = 200;
const DISTRICT = 1;
const SEED = 20_261_126;

interface Engine {
  readonly name: string;
  readonly reading: SearchReading;
}

/**
 * How good full text is, of each engine, beside plain BM25 over Snowball stems: `--set <file>` takes a set that is kept
 * elsewhere, `--appeals <file>` makes sets of real appeals (`quality-sets.ts`). MRR@10: the mean of 1 ÷ place of the first
 * relevant text; with a typo: one wrong letter in the query's longest word.
 */
export async function run({ args, print }: BenchOptions): Promise<readonly Metric[]> {
  const sets = setsFor(args, print);
  const missing = missingRequirement();
  if (missing) print(`PostgreSQL alone is measured: ${missing}`);
  await using side: PostgresSide | SearchSide = missing ? await postgresSide() : await searchSide(print);
  const metrics: Metric[] = [];
  for (const [at, set] of sets.entries()) metrics.push(...(await measure(side, set, at + 2, print)));
  return metrics;
}

async function measure(
  side: PostgresSide | SearchSide,
  set: QualitySet,
  build: number,
  print: (line: string) => void,
): Promise<readonly Metric[]> {
  print(`${set.name}: ${set.docs.length} texts, ${set.queries.length} queries`);
  const { engines, ids, close } = await filled(side, set, build);
  const language = languageOf(side.source);
  const random = mulberry32(SEED);
  const misspelt = set.queries.map((one) => ({ ...one, query: withTypo(one.query, random) }));
  const texts = set.docs.map(({ id, text }) => ({ id: String(id), text }));
  const asked = [...set.queries, ...misspelt].map(({ query }) => query);
  const yardstick = await SnowballBm25.of(side.given.worker, texts, asked);
  const metrics: Metric[] = [];
  for (const [kind, queries, bounds] of [
    ['', set.queries, { floor: 1, goal: 1.08 }],
    // A wrong letter in one of many words costs plain BM25 little, 7 % on the titles: without any loss we would be 1.11 there.
    [', one typo', misspelt, { floor: 1.05, goal: 1.2 }],
  ] as const) {
    const plain = figures(queries, await placesOf(queries, async (query) => yardstick.search(query, PLACES)));
    for (const engine of engines) {
      const times: number[] = [];
      const found = await placesOf(queries, (query) => ask(engine.reading, language, ids, query, times));
      const ours = figures(queries, found);
      if (kind === '' && ours.success === 0) throw new Error(`${engine.name} finds nothing of ${set.name}`);
      const title = `${set.name}, ${engine.name}${kind}`;
      metrics.push(
        { ...beside(`${title}: MRR@10`, ours.mrr, plain.mrr), ...bounds },
        beside(`${title}: success@10`, ours.success, plain.success),
        { name: `${title}: p95`, unit: 'ms', value: quantile(times, 0.95) },
      );
    }
  }
  await close();
  return metrics;
}

function beside(title: string, value: number, yardstick: number): Metric {
  return { name: title, unit: '', value, yardstick, ratio: value / yardstick };
}

async function filled(side: PostgresSide | SearchSide, set: QualitySet, build: number) {
  const { given, source } = side;
  const ids = new Map<string, string>();
  const documents = set.docs.map(({ id, text }, at) => {
    const made = documentOf(text, at, source.analyse);
    ids.set(made.id, String(id));
    return made;
  });
  const postgres = postgresSearchIndex(given.database, source.analyse, build);
  await inChunks(documents, (some) => postgres.put(some));
  const engines: Engine[] = [{ name: 'PostgreSQL', reading: postgres }];
  if (!('side' in side)) return { engines, ids, close: async () => undefined };
  const { indexVersions, indexOf } = side.side.target;
  const made = await indexVersions.begin('quality');
  const server = indexOf(made, true);
  await inChunks(documents, (some) => server.put(some));
  const reading: SearchReading = {
    search: (query) => server.search(query),
    holds: (one) => server.holds(one),
    vocabulary: (districts, words) => postgres.vocabulary(districts, words),
  };
  engines.push({ name: 'Elasticsearch', reading });
  return { engines, ids, close: () => indexVersions.abandon(made) };
}

async function inChunks(
  documents: readonly IndexDocument[],
  put: (some: readonly IndexDocument[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < documents.length; from += CHUNK) await put(documents.slice(from, from + CHUNK));
}

function documentOf(text: string, at: number, analyse: Analyse): IndexDocument {
  return {
    district: DISTRICT,
    id: newId(),
    version: 1,
    text: indexedText([text], analyse),
    facets: {
      receivedAt: new Date(Date.UTC(2026, 10, 1) + at).toISOString(),
      appeal: { regime: 'SOCIAL_MESSAGE', state: 'REGISTERED', receivedOn: '2026-11-24' },
      questions: [],
    },
  };
}

async function ask(
  reading: SearchReading,
  language: Language,
  ids: ReadonlyMap<string, string>,
  query: string,
  times: number[],
): Promise<readonly string[]> {
  const begun = performance.now();
  const { hits, nearby } = await searchTexts(reading, language, {
    districts: [DISTRICT],
    query: parseQuery(query),
    match: 'ALL',
    filter: {},
    offset: 0,
    limit: PLACES,
    nearby: PLACES,
  });
  times.push(performance.now() - begun);
  return [...hits, ...nearby].map(({ id }) => ids.get(id) ?? '');
}

/** Of each query the place of the first relevant text, from 1; 0 where none is among the first ten. */
async function placesOf(
  queries: QualitySet['queries'],
  search: (query: string) => Promise<readonly string[]>,
): Promise<readonly number[]> {
  const places: number[] = [];
  for (const { query, relevant } of queries) {
    const wanted = new Set(relevant.map(String));
    places.push((await search(query)).findIndex((id) => wanted.has(id)) + 1);
  }
  return places;
}

function figures(queries: QualitySet['queries'], places: readonly number[]): { mrr: number; success: number } {
  const mean = (of: (place: number) => number) => places.reduce((sum, place) => sum + of(place), 0) / queries.length;
  return { mrr: mean((place) => (place === 0 ? 0 : 1 / place)), success: mean((place) => (place === 0 ? 0 : 1)) };
}

/** Without a file a small made set, which shows that the bench runs and nothing else. */
function setsFor(args: readonly string[], print: (line: string) => void): readonly QualitySet[] {
  const fileAfter = (option: string): string | undefined => {
    const at = args.indexOf(option);
    return at < 0 ? undefined : args[at + 1];
  };
  const [set, appeals] = [fileAfter('--set'), fileAfter('--appeals')];
  if (set) return setFrom(set);
  if (appeals) return setsOf(appeals);
  print('neither --set <file> nor --appeals <file>: a small made set is taken, whose figures mean nothing');
  const matters = [
    ['Яма на дороге', 'На улице Лесной огромные ямы, машины объезжают по обочине дороги.'],
    ['Нет горячей воды', 'Третью неделю горячая вода в доме отключена, управляющая компания молчит.'],
    ['Не вывозят мусор', 'Контейнеры переполнены, вывоза мусора не было десять дней.'],
    ['Не горят фонари', 'Фонарь у школы не горит, дети возвращаются в темноте.'],
  ] as const;
  return [
    {
      name: 'made',
      docs: matters.map(([, text], id) => ({ id, text })),
      queries: matters.map(([query], id) => ({ query, relevant: [id] })),
    },
  ];
}
