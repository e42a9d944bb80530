import type { ServiceParts } from '@otklik/host';
import type { Throttle } from '@otklik/kernel';
import { pause } from '@otklik/messaging';
import { counter, gauge } from '@otklik/observability';
import { ElasticBuilds } from './adapters/elasticsearch/elastic-builds.js';
import { elasticSearchIndex, type ElasticSearchIndex } from './adapters/elasticsearch/elastic-search-index.js';
import { openSearchServer, serverVersion } from './adapters/elasticsearch/search-server.js';
import type { IndexerParts } from './adapters/postgres/index/indexer.js';
import { ServerPositions } from './adapters/postgres/index/server-positions.js';
import { serverTurn } from './adapters/postgres/index/server-turn.js';
import { degradingSearchIndex, type DegradingTold } from './application/index/degrading-search-index.js';
import { rememberedWords, type KeptWords } from './application/index/remembered-words.js';
import type { SearchIndex, SearchReading } from './application/index/search-index.js';
import { searchConfig } from './config.js';

/** A request for a person is given up after this, a write later; PostgreSQL is asked before (`degrading-search-index`). */
const READ_MS = 1_000;
/** Each live write ends with a refresh, which costs the server as much for one document as for fifty: they are gathered. */
const GATHERED_MS = 200;

/** The search server's half of the service. */
export interface ServerSide {
  readonly parts: IndexerParts<string>;
  /** The index that answers there. */
  readonly index: ElasticSearchIndex;
  /** It, with `standIn` for when it cannot, and for the words of both. */
  degrading(standIn: SearchIndex & KeptWords): SearchReading;
  close(): Promise<void>;
}

type Given = Pick<ServiceParts, 'worker' | 'environment' | 'logger'>;

/** Undefined where no server is configured. The server need not be there: it is followed as soon as it is. */
export async function serverSide(
  { worker, environment, logger }: Given,
  own: IndexerParts<number>,
): Promise<ServerSide | undefined> {
  const { server: url, prefix, shards } = searchConfig(environment);
  if (url === undefined) return undefined;
  const writing = await openSearchServer({ url, prefix, shards });
  const reading = await openSearchServer({ url, prefix, shards, timeout: READ_MS });
  const positions = new ServerPositions(worker);
  const index = elasticSearchIndex(reading);
  void serverVersion(reading).then(
    (version) => logger.info(`the search server answers, version ${version}`, { service: 'search' }),
    (error: unknown) => logger.warn('the search server does not answer', { service: 'search', error }),
  );
  return {
    index,
    parts: {
      ...own,
      builds: new ElasticBuilds(writing, positions),
      indexOf: (build, answering) => elasticSearchIndex(writing, { build, answering }),
      turn: serverTurn(worker),
      throttle: gathering(own.throttle),
    },
    degrading: (standIn) =>
      degradingSearchIndex({
        ...{ server: index, standIn, behind: () => positions.behind(), told: telling(logger) },
        words: rememberedWords(standIn, {
          failed: (error) => logger.warn('the words of a district cannot be read', { service: 'search', error }),
        }),
      }),
    async close() {
      await Promise.all([writing.client.close(), reading.client.close()]);
    },
  };
}

/** As `throttle`; and the next write begins so long after this one began, or at once where that took longer. */
function gathering(throttle: Throttle): Throttle {
  return async (workedMs, signal) => {
    const ready = performance.now() + GATHERED_MS - workedMs;
    await throttle(workedMs, signal);
    const rest = ready - performance.now();
    if (rest > 0) await pause(rest, signal);
  };
}

const states = { answering: 0, tried: 1, away: 2 } as const;

function telling(logger: Given['logger']): DegradingTold {
  const state = gauge('otklik_search_server_state', 'The search server: 0 answers, 1 is tried, 2 is left alone', []);
  const lag = gauge('otklik_search_server_lag_seconds', 'Age of the oldest change that its index has not', []);
  const degraded = counter('otklik_search_degraded_total', 'Answers by PostgreSQL in the search server’s place', []);
  return {
    state(now) {
      state.set(states[now]);
      if (now === 'away') logger.warn('the search server is left alone; PostgreSQL answers', { service: 'search' });
      if (now === 'answering') logger.info('the search server answers again', { service: 'search' });
    },
    behind: (seconds) => lag.set(seconds),
    degraded(error) {
      degraded.inc();
      if (error !== undefined) logger.warn('PostgreSQL answers for the search server', { service: 'search', error });
    },
  };
}
