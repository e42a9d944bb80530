import { setTimeout as pause } from 'node:timers/promises';
import { circuit } from '@otklik/host';
import { BrokenCircuitError, CircuitState } from 'cockatiel';
import type { IndexWords, SearchIndex, SearchReading } from './search-index.js';
import { SearchServerAway } from './search-server-away.js';

type Searched = Pick<SearchIndex, 'search' | 'holds'>;

interface Answered<Result> {
  readonly answer: Result;
  /** By the stand-in. */
  readonly degraded: boolean;
}

export interface Degrading {
  /** Gives up by itself within a second, with `SearchServerAway`. */
  readonly server: Searched;
  /** Answers in its place; kept at the register's heels like the server. */
  readonly standIn: Searched;
  /** Of the stand-in's texts. */
  readonly words: IndexWords;
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

/** The stand-in is asked too when the server takes longer: its own time is then left of the second that is promised. */
const PATIENCE_MS = 400;
/** Answers that never came, in a row; the server is then left alone, and one search tries whether it is back. */
const FAILURES = 2;
const ALONE_MS = 5_000;
const MAX_BEHIND_S = 5;
const BEHIND_KNOWN_MS = 500;

/**
 * The server answers while it can: it is there, whole, and at most five seconds behind. Else the stand-in does, and says
 * `degraded`. When the server is merely slow both are asked, and the first answer stands: on a machine that is busy for a
 * moment the stand-in is no quicker, and nothing degrades; a server that hangs costs `PATIENCE_MS`, and after two of them
 * nothing. What the server refuses for the request's own sake opens no circuit: nobody can switch it off for others.
 */
export function degradingSearchIndex({ server, standIn, words, behind, told }: Degrading): SearchReading {
  const breaker = circuit({ failures: FAILURES, aloneMs: ALONE_MS, isFault: isServersFault });
  breaker.onStateChange((state) => told.state(names[state]));
  let known: { readonly late: boolean; readonly until: number } | undefined;

  async function isLate(): Promise<boolean> {
    if (known && known.until > performance.now()) return known.late;
    const seconds = await behind();
    told.behind(seconds);
    known = { late: seconds > MAX_BEHIND_S, until: performance.now() + BEHIND_KNOWN_MS };
    return known.late;
  }

  async function ask<Result>(of: (index: Searched) => Promise<Result>): Promise<Answered<Result>> {
    const instead = async () => ({ answer: await of(standIn), degraded: true });
    if (await isLate()) {
      told.degraded();
      return instead();
    }
    const ofServer = breaker.execute(async () => ({ answer: await of(server), degraded: false }));
    const waiting = new AbortController();
    try {
      const first = await Promise.race([ofServer, pause(PATIENCE_MS, undefined, { signal: waiting.signal })]);
      const answered = first ?? (await Promise.any([ofServer, instead()]));
      if (answered.degraded) told.degraded();
      return answered;
    } catch (error) {
      told.degraded(error instanceof BrokenCircuitError ? undefined : error);
      return instead();
    } finally {
      waiting.abort();
    }
  }

  return {
    vocabulary: (districts, asked) => words.vocabulary(districts, asked),
    holding: (districts, lemmas) => words.holding(districts, lemmas),
    async search(query) {
      const { answer, degraded } = await ask((index) => index.search(query));
      return degraded ? { ...answer, degraded } : answer;
    },
    /** Both: the words come from the one, the texts from the other. */
    holds: async (document) => (await standIn.holds(document)) && (await ask((index) => index.holds(document))).answer,
  };
}

const names = {
  [CircuitState.Closed]: 'answering',
  [CircuitState.HalfOpen]: 'tried',
  [CircuitState.Open]: 'away',
  [CircuitState.Isolated]: 'away',
} as const;

function isServersFault(error: unknown): boolean {
  return error instanceof SearchServerAway;
}
