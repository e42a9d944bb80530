import { Fault } from '@otklik/host/graphql';
import { FairPlaces, type DistrictKey, type ForegroundPriority } from '@otklik/kernel';
import { gauge } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { watchEventLoopLag, type EventLoopLag } from './event-loop-lag.js';

/** Admission control: a limit on concurrent operations. An admitted operation is never refused later. */
export interface Admission {
  /** Throws `Fault('OVERLOADED')` at the limit. */
  demandCapacity(): void;
  /**
   * Counts `work` until it ends. Rejects with `Fault('OVERLOADED')` at the limit, and at a district's share of it while other districts
   * send, too.
   */
  run<Answer>(admitted: Admitted, work: () => Promise<Answer>): Promise<Answer>;
}

export interface Admitted {
  /** `query`, `mutation`. */
  readonly kind: string;
  readonly district: DistrictKey;
  /** A query that may wait until the read side holds a write: it must not be waited for. */
  readonly mayWait?: boolean;
}

export interface AdmissionOptions {
  readonly maxConcurrency: number;
  /** Mutations are foreground work: background work of the process is throttled while many of them wait. */
  readonly priority: ForegroundPriority;
  /** This process's when absent. */
  readonly lag?: EventLoopLag;
  readonly tarpitDelayMs?: number;
}

/** Share of the limit for queries: as capacity runs out, mutations are preferred. */
const QUERY_SHARE = 1 / 2;
/** Share of the limit while the event loop lags: requests then queue in the socket, unread and uncounted. */
const SHARE_WHEN_LAGGING = 1 / 4;
/** Below this a lag alone refuses nothing: a single long task makes it, too. */
const MIN_CONCURRENCY = 8;
/**
 * Of one district, while others send, too: mutations and queries that run at once, and its shares of the limit, those that wait
 * included. Counted apart, so that its officials read while its residents rush; together less than the queries of all have. Each
 * operation that runs makes the turn of the event loop longer in which another district's request is read.
 */
const MAX_BESIDE_OTHERS = 2;
/** So long at most operations that wait let those of districts go first of which none waits. */
const YIELD_MS = 150;
/** A district with fewer operations is quiet. */
const QUIET_BELOW = 4;
const SHARE_BESIDE_OTHERS = { mutation: 1 / 4, query: 3 / 16 };
/** Of the limit, where several districts are loud together: for those that send few operations at once. */
const ROOM_FOR_QUIET = 1 / 8;
const DISTRICT_ACTIVE_MS = 10_000;
const MAX_LAG_MS = 1_000;
const LAG_SAMPLE_INTERVAL_MS = 100;
const RETRY_AFTER_S = '5';
/** Tarpit: delays the 503, so that clients which retry at once do not consume the event loop. */
const TARPIT_DELAY_MS = 3_000;
/** Beyond this the refusal is immediate: each delayed request takes some kilobytes. */
const MAX_TARPITTED = 10_000;
/** Shared: a new error would capture a stack for each refusal. */
const overloaded = new Fault('OVERLOADED');

export function openAdmission(fastify: FastifyInstance, options: AdmissionOptions): Admission {
  const { maxConcurrency, priority, tarpitDelayMs = TARPIT_DELAY_MS } = options;
  const lag = options.lag ?? watchEventLoopLag({ sampleIntervalMs: LAG_SAMPLE_INTERVAL_MS, maxLagMs: MAX_LAG_MS });
  fastify.addHook('onClose', () => lag.stop());
  fastify.addHook('onSend', (_, reply, __, done) => {
    if (reply.statusCode === 503) void reply.header('retry-after', RETRY_AFTER_S);
    done();
  });
  const running = gauge('otklik_operations_running', 'Admitted operations that have not ended', []);
  let count = 0;
  const places = new FairPlaces({
    beside: { mutation: MAX_BESIDE_OTHERS, query: MAX_BESIDE_OTHERS, waiting: Infinity },
    activeMs: DISTRICT_ACTIVE_MS,
    yieldMs: YIELD_MS,
  });
  const hasShare = (kind: 'query' | 'mutation', district: DistrictKey): boolean => {
    const mutations = places.admitted(district, 'mutation');
    const admitted = kind === 'query' ? places.admitted(district) - mutations : mutations;
    const share = Math.max(QUIET_BELOW, maxConcurrency * SHARE_BESIDE_OTHERS[kind]);
    return admitted < share || places.isAlone(district);
  };
  const limitOf = (kind: 'query' | 'mutation', district: DistrictKey): number => {
    const limit = kind === 'query' ? maxConcurrency * QUERY_SHARE : maxConcurrency;
    if (places.isAlone(district)) return limit;
    if (places.admitted(district) < QUIET_BELOW) return maxConcurrency;
    return Math.min(limit, maxConcurrency * (1 - ROOM_FOR_QUIET));
  };
  const hasCapacity = (limit: number): boolean =>
    count < (lag.isExceeded() ? Math.min(limit, Math.max(MIN_CONCURRENCY, limit * SHARE_WHEN_LAGGING)) : limit);
  /** Beside a loud district one that sends little is not refused for the lag, which is not its own. */
  const hasPlace = (kind: 'query' | 'mutation', district: DistrictKey): boolean => {
    const isQuiet = places.admitted(district) < QUIET_BELOW && places.isBesideLoud(district, QUIET_BELOW);
    return isQuiet ? count < maxConcurrency : hasCapacity(limitOf(kind, district)) && hasShare(kind, district);
  };
  /** Unread: whose a request is shows only later, so where several districts send a lag alone refuses none here. */
  const mayRead = (): boolean => hasCapacity(maxConcurrency) || (count < maxConcurrency && places.areSeveral());
  const tarpit = openTarpit(fastify, tarpitDelayMs);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'POST' || request.url !== '/graphql' || mayRead()) return done();
    tarpit((closing) => {
      if (closing) void reply.header('connection', 'close');
      done(overloaded);
    });
  });
  return {
    demandCapacity() {
      if (!hasCapacity(maxConcurrency)) throw overloaded;
    },
    async run({ kind: named, district, mayWait = false }, work) {
      const kind = named === 'query' ? 'query' : 'mutation';
      places.noteRequest(district);
      if (!hasPlace(kind, district)) {
        if (!places.isAlone(district)) await new Promise((resolve) => tarpit(resolve));
        throw overloaded;
      }
      running.set((count += 1));
      try {
        // Background work must not be throttled for a query that may wait for it.
        if (kind === 'query') return await places.run(district, mayWait ? 'waiting' : 'query', work);
        return await priority.foreground(() => places.run(district, 'mutation', work));
      } finally {
        running.set((count -= 1));
      }
    },
  };
}

/** Runs each refusal after the delay; at once while the server closes, or when too many are delayed already. */
function openTarpit(fastify: FastifyInstance, delayMs: number): (refuse: (closing: boolean) => void) => void {
  const delayed = new Map<NodeJS.Timeout, (closing: boolean) => void>();
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    for (const [timer, refuse] of delayed) {
      clearTimeout(timer);
      refuse(closing);
    }
    delayed.clear();
    done();
  });
  return (refuse) => {
    if (closing || delayed.size >= MAX_TARPITTED) return refuse(closing);
    const timer = setTimeout(() => {
      delayed.delete(timer);
      refuse(closing);
    }, delayMs);
    delayed.set(timer, refuse);
  };
}
