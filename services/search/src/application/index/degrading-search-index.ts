import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import type { SearchReading } from './search-index.js';
import { SearchServerAway } from './search-server-away.js';

export interface Degrading {
  readonly server: SearchReading;
  /** Answers in its place; kept at the register's heels like the server. */
  readonly standIn: SearchReading;
  /** Seconds by which the server is behind the register. */
  readonly behind: () => Promise<number>;
  readonly told: DegradingTold;
}

export interface DegradingTold {
  /** `away`: the server is not asked for a while. */
  state(state: 'answering' | 'tried' | 'away'): void;
  behind(seconds: number): void;
  /** The stand-in answered. `error` is absent when the server is behind. */
  degraded(error?: unknown): void;
}

/** Two of these and the stand-in's own time are less than the second that is promised. */
const ANSWER_MS = 400;
/** In a row; the server is then left alone, and one search tries whether it is back. */
const FAILURES = 2;
const ALONE_MS = 5_000;
const MOST_BEHIND_S = 5;
const BEHIND_KNOWN_MS = 500;

/**
 * The server answers while it can: it is there, quick, whole, and at most five seconds behind. Else the stand-in does, and
 * says `degraded`. What the server refuses for the request's own sake opens no circuit: nobody can switch it off for others.
 */
export function degradingSearchIndex({ server, standIn, behind, told }: Degrading): SearchReading {
  const breaker = circuitBreaker(handleWhen(isServersFault), {
    ...{ halfOpenAfter: ALONE_MS, breaker: new ConsecutiveBreaker(FAILURES) },
  });
  breaker.onStateChange((state) => told.state(names[state]));
  const policy = wrap(breaker, timeout(ANSWER_MS, TimeoutStrategy.Aggressive));
  let known: { readonly late: boolean; readonly until: number } | undefined;

  async function isLate(): Promise<boolean> {
    if (known && known.until > performance.now()) return known.late;
    const seconds = await behind();
    told.behind(seconds);
    known = { late: seconds > MOST_BEHIND_S, until: performance.now() + BEHIND_KNOWN_MS };
    return known.late;
  }

  async function ask<Result>(of: (index: SearchReading) => Promise<Result>, degraded = of): Promise<Result> {
    if (await isLate()) {
      told.degraded();
      return degraded(standIn);
    }
    try {
      return await policy.execute(() => of(server));
    } catch (error) {
      told.degraded(error instanceof BrokenCircuitError ? undefined : error);
      return degraded(standIn);
    }
  }

  return {
    vocabulary: (districts, asked) => ask((index) => index.vocabulary(districts, asked)),
    search: (query) =>
      ask(
        (index) => index.search(query),
        async (index) => ({ ...(await index.search(query)), degraded: true }),
      ),
    holds: (document) => ask((index) => index.holds(document)),
  };
}

const names = {
  [CircuitState.Closed]: 'answering',
  [CircuitState.HalfOpen]: 'tried',
  [CircuitState.Open]: 'away',
  [CircuitState.Isolated]: 'away',
} as const;

function isServersFault(error: unknown): boolean {
  return error instanceof SearchServerAway || error instanceof TaskCancelledError;
}
