import type { Environment } from '@otklik/host';
import type { Throttle } from '@otklik/kernel';
import { pause } from '@otklik/messaging';
import { counter, gauge, type Logger } from '@otklik/observability';
import type { Pool } from 'pg';
import { ElasticIndexVersions } from './fulltext/adapters/elasticsearch/elastic-index-versions.js';
import { elasticSearchIndex, type ElasticSearchIndex } from './fulltext/adapters/elasticsearch/elastic-search-index.js';
import { openSearchServer, serverVersion } from './fulltext/adapters/elasticsearch/search-server.js';
import type { IndexTarget } from './fulltext/adapters/postgres/indexer.js';
import { ServerPositions } from './fulltext/adapters/postgres/server-positions.js';
import { writerLease } from './fulltext/adapters/postgres/writer-lease.js';
import {
  degradingSearchIndex,
  type DegradingObserver,
} from './fulltext/adapters/elasticsearch/degrading-search-index.js';
import type { IndexWords, SearchIndex, SearchReading } from './fulltext/application/search-index.js';
import { searchConfig } from './config.js';

/** A search is given up after this: the rest of the second that is promised is left to PostgreSQL. A write waits longer. */
const READ_TIMEOUT_MS = 600;
/** Each live write ends with a refresh, which costs the server as much for one document as for fifty: they are gathered. */
const MIN_WRITE_INTERVAL_MS = 200;

/** The search server's half of the service. */
export interface ServerSide {
  readonly target: IndexTarget<string>;
  /** The index that answers there, read with the patience of a write. */
  readonly index: ElasticSearchIndex;
  /** It, with `fallback` for when it cannot answer, and for the words of both. */
  degrading(fallback: SearchIndex & IndexWords): SearchReading;
  /** Asks the server for its version and logs the answer, without waiting. */
  logVersion(): void;
  close(): Promise<void>;
}

/** `ServerSide | undefined` of the service. */
export const SEARCH_SERVER = Symbol('SEARCH_SERVER');

/** Undefined where no server is configured. The server need not be there: it is followed as soon as it is. */
export async function serverSide(
  worker: Pool,
  environment: Environment,
  logger: Logger,
  throttle: Throttle,
): Promise<ServerSide | undefined> {
  const { server: url, prefix, shards } = searchConfig(environment);
  if (url === undefined) return undefined;
  const writing = await openSearchServer({ url, prefix, shards });
  const reading = await openSearchServer({ url, prefix, shards, timeout: READ_TIMEOUT_MS });
  const positions = new ServerPositions(worker);
  return {
    index: elasticSearchIndex(writing),
    target: {
      indexVersions: new ElasticIndexVersions(writing, positions),
      indexOf: (build, answering) => elasticSearchIndex(writing, { build, answering }),
      lease: writerLease(worker),
      throttle: gathering(throttle),
    },
    degrading: (fallback) =>
      degradingSearchIndex({
        server: elasticSearchIndex(reading),
        fallback,
        lag: () => positions.lag(),
        observer: observing(logger),
      }),
    logVersion() {
      void serverVersion(reading).then(
        (version) => logger.info(`the search server answers, version ${version}`, { service: 'search' }),
        (error: unknown) => logger.warn('the search server does not answer', { service: 'search', error }),
      );
    },
    async close() {
      await Promise.all([writing.client.close(), reading.client.close()]);
    },
  };
}

/** As `throttle`; and the next write begins so long after this one began, or at once where that took longer. */
function gathering(throttle: Throttle): Throttle {
  return async (workedMs, signal) => {
    const ready = performance.now() + MIN_WRITE_INTERVAL_MS - workedMs;
    await throttle(workedMs, signal);
    const rest = ready - performance.now();
    if (rest > 0) await pause(rest, signal);
  };
}

const states = { closed: 0, 'half-open': 1, open: 2 } as const;

function observing(logger: Logger): DegradingObserver {
  const state = gauge('otklik_search_server_state', 'Circuit to the search server: 0 closed, 1 half-open, 2 open', []);
  const lag = gauge('otklik_search_server_lag_seconds', 'Age of the oldest change missing in its index', []);
  const degraded = counter('otklik_search_degraded_total', 'Answers by PostgreSQL in the search server’s place', []);
  return {
    state(now) {
      state.set(states[now]);
      if (now === 'open') logger.warn('search server bypassed; PostgreSQL answers', { service: 'search' });
      if (now === 'closed') logger.info('search server in use again', { service: 'search' });
    },
    lag: (seconds) => lag.set(seconds),
    degraded(error) {
      degraded.inc();
      if (error !== undefined) logger.warn('search server failed; PostgreSQL answered', { service: 'search', error });
    },
  };
}
