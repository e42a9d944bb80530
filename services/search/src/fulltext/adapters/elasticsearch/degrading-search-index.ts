import { circuit } from '@otklik/host';
import { BrokenCircuitError, CircuitState } from 'cockatiel';
import type { IndexWords, SearchIndex, SearchReading } from '../../application/search-index.js';
import { SearchServerAway } from '../../application/search-server-away.js';

type Searched = Pick<SearchIndex, 'search' | 'holds'>;

interface Answered<Result> {
  readonly answer: Result;
  /** By the fallback. */
  readonly degraded: boolean;
}

export interface DegradingOptions {
  /** Gives up by itself, with `SearchServerAway`, so early that the fallback still answers within a second. */
  readonly server: Searched;
  /** Answers in its place, and for the words of both. */
  readonly fallback: Searched & IndexWords;
  /** Seconds by which the server is behind the register. */
  readonly lag: () => Promise<number>;
  readonly observer: DegradingObserver;
}

export interface DegradingObserver {
  /** `open`: the server is not asked for a while. */
  state(state: 'closed' | 'half-open' | 'open'): void;
  lag(seconds: number): void;
  /** The fallback answered. `error` is absent when the server is behind. */
  degraded(error?: unknown): void;
}

/** Answers that never came, in a row; the server is then left alone, and one search tries whether it is back. */
const MAX_FAILURES = 2;
const OPEN_MS = 5_000;
const MAX_LAG_S = 5;
const LAG_CACHE_MS = 500;

/**
 * The server answers while it can: it is there, whole, and at most five seconds behind the register. Else the fallback
 * does, and says `degraded`. What the server refuses for the request's own sake opens no circuit: no single request can
 * switch it off for others.
 */
export function degradingSearchIndex({ server, fallback, lag, observer }: DegradingOptions): SearchReading {
  const breaker = circuit({ failures: MAX_FAILURES, openMs: OPEN_MS, isFault: isServersFault });
  breaker.onStateChange((state) => observer.state(names[state]));
  let known: { readonly isLate: boolean; readonly until: number } | undefined;

  async function isLate(): Promise<boolean> {
    if (known && known.until > performance.now()) return known.isLate;
    const seconds = await lag();
    observer.lag(seconds);
    known = { isLate: seconds > MAX_LAG_S, until: performance.now() + LAG_CACHE_MS };
    return known.isLate;
  }

  async function ask<Result>(of: (index: Searched) => Promise<Result>, skipServer = false): Promise<Answered<Result>> {
    const instead = async (error?: unknown) => {
      observer.degraded(error);
      return { answer: await of(fallback), degraded: true };
    };
    if (skipServer || (await isLate())) return instead();
    try {
      return { answer: await breaker.execute(() => of(server)), degraded: false };
    } catch (error) {
      return instead(error instanceof BrokenCircuitError ? undefined : error);
    }
  }

  return {
    vocabulary: (districts, words) => fallback.vocabulary(districts, words),
    async search(query, options) {
      const { answer, degraded } = await ask((index) => index.search(query), options?.skipServer);
      return degraded ? { ...answer, degraded } : answer;
    },
    /** Both: spelling comes from the one, texts from the other. */
    holds: async (document) => (await fallback.holds(document)) && (await ask((index) => index.holds(document))).answer,
  };
}

const names = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const;

function isServersFault(error: unknown): boolean {
  return error instanceof SearchServerAway;
}
