import { parseQuery, postgresSearchIndex, searchTexts, type IndexDocument } from '@otklik/search/measured';
import { interleaved, quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { generatedTexts } from './generated-texts.js';
import { rawIndex, type RawIndex } from './raw-search-yardstick.js';
import { mixedQueries, type AskedSearch } from './search-queries.js';
import { generatedDocuments, languageOf, searchSide, type SearchSide } from './search-side.js';

export const name = 'search';

const SEED = 20_261_124;
const CHUNK = 200;
const ROUNDS = 3;
const PAGE = 20;
const WARM_UP_TURNS = 20;
const DISTRICT = 1;

/**
 * Full text as the cluster's service searches, from the typed words to the page's ids with total and facets, ÷ the bare
 * client's plain query over its own index with the same lemmas: routed, filtered by district, with the same page, total,
 * facets and filters.
 */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  await using side = await searchSide(print);
  const texts = generatedTexts(SEED);
  const raw = await rawIndex(side.url, side.analyse);
  const size = sized(options, { smoke: 400, usual: 20_000, full: 200_000 });
  print(`${size} texts are indexed`);
  const some = await fill(side, raw, size, () => generatedDocuments(CHUNK, texts, side.analyse));
  const asked = mixedQueries(SEED, texts, some.text.words, side.analyse);
  const turns = sized(options, { smoke: 1, usual: 10, full: 10 });
  const warmUp = sized(options, { smoke: 1, usual: WARM_UP_TURNS, full: WARM_UP_TURNS });
  print(`${asked.length} queries, ${turns} times in each of ${ROUNDS} rounds`);
  const times = { ours: new Map<string, number[]>(), raw: new Map<string, number[]>() };
  let degraded = 0;
  // Warming up: the engine compiles both sides' code while it runs.
  await p95(asked, warmUp, new Map(), (one) => askOurs(side, one));
  await p95(asked, warmUp, new Map(), (one) => raw.search(DISTRICT, one.raw, PAGE));
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    () => p95(asked, turns, times.ours, async (one) => void ((await askOurs(side, one)) || (degraded += 1))),
    () => p95(asked, turns, times.raw, (one) => raw.search(DISTRICT, one.raw, PAGE)),
  );
  for (const [kind, ofKind] of times.ours) {
    const beside = times.raw.get(kind) ?? [];
    print(`${kind}: ${quantile(ofKind, 0.5).toFixed(1)} ÷ ${quantile(beside, 0.5).toFixed(1)} ms`);
  }
  await assertFound(side, raw, asked);
  await raw.close();
  if (options.size === 'smoke' && degraded > 0) throw new Error(`PostgreSQL answered ${degraded} of them`);
  const [value, yardstick] = [times.ours, times.raw].map((all) => quantile([...all.values()].flat(), 0.5));
  const title = `p95 of ${asked.length} mixed queries over ${size} appeals ÷ raw client`;
  return [
    { name: title, unit: 'ms', floor: 1.3, goal: 1.1, lessIsBetter: true, ...figures, ...noted(options) },
    { name: 'p50 of them', unit: 'ms', value: value!, yardstick: yardstick!, ratio: value! / yardstick! },
    { name: 'answers by PostgreSQL as the fallback', unit: '', value: degraded },
  ];
}

function noted({ size }: BenchOptions): Pick<Metric, 'note'> {
  return size === 'full' ? {} : { note: 'a tenth of the size; --full: 200 k' };
}

/** Writes to the three indexes: the server's, the bare client's, and PostgreSQL's, which holds the vocabulary of both engines. */
async function fill(
  { own, source, side, given }: SearchSide,
  raw: RawIndex,
  size: number,
  made: () => readonly IndexDocument[],
): Promise<IndexDocument> {
  const { indexVersions, indexOf } = side.target;
  const base = await own.indexVersions.live().then((live) => live.base);
  const build = await indexVersions.begin(base);
  const indexes = [raw, indexOf(build, false), postgresSearchIndex(given.database, source.analyse)];
  let some: IndexDocument | undefined;
  for (let done = 0; done < size; done += CHUNK) {
    const documents = made();
    some ??= documents.find(({ district }) => district === DISTRICT);
    for (const index of indexes) await index.put(documents);
  }
  await indexVersions.swap({ build, base, change: 0 });
  await raw.ready();
  await given.worker.query('analyze');
  return some!;
}

/** The phrases stand in a text of the district: both must find it. */
async function assertFound(
  { reading, source }: SearchSide,
  raw: RawIndex,
  asked: readonly AskedSearch[],
): Promise<void> {
  for (const { kind, typed, filter, raw: query } of asked.filter((one) => one.kind === 'phrase')) {
    const { hits } = await searchTexts(reading, languageOf(source), {
      districts: [DISTRICT],
      query: parseQuery(typed),
      match: 'ALL',
      filter,
      offset: 0,
      limit: PAGE,
    });
    const found = await raw.search(DISTRICT, query, PAGE);
    if (hits.length === 0 || found === 0) throw new Error(`${kind} ${typed}: ${hits.length} and ${found} found`);
  }
}

/** False when PostgreSQL answered as the fallback. */
async function askOurs({ reading, source }: SearchSide, { typed, filter }: AskedSearch): Promise<boolean> {
  const query = parseQuery(typed);
  const { degraded } = await searchTexts(reading, languageOf(source), {
    districts: [DISTRICT],
    query,
    match: 'ALL',
    filter,
    offset: 0,
    limit: PAGE,
  });
  return !degraded;
}

async function p95(
  asked: readonly AskedSearch[],
  turns: number,
  times: Map<string, number[]>,
  ask: (one: AskedSearch) => Promise<unknown>,
): Promise<number> {
  const all: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [at, one] of asked.entries()) {
      const begun = performance.now();
      await ask(one);
      all.push(performance.now() - begun);
      const label = `${at + 1} ${one.kind}`;
      times.set(label, [...(times.get(label) ?? []), all.at(-1)!]);
    }
  }
  return quantile(all, 0.95);
}
