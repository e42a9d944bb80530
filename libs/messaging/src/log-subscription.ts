import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { EventLog } from '@otklik/event-store';
import { noThrottle } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Pool } from 'pg';
import type { Publish } from './messaging.js';
import type { PublishedForm } from './publishing/published-form.js';
import { makePublisher, type Publisher } from './publishing/publisher.js';

/** Source of a topic: a service's log and the mapping to public events. */
export interface Source {
  readonly log: EventLog;
  readonly publish: Publish;
  /**
   * Of the owner's worker role: its schema keeps the keys that cannot be published. Absent for a log in memory, which
   * stops at such an event.
   */
  readonly worker?: Pool;
}

export interface LogPage {
  readonly events: readonly PublicEvent[];
  /** Last position read; beyond the last event where private events or those of blocked keys follow it. */
  readonly position: number;
  /** There are events beyond the position already. */
  readonly more: boolean;
}

/** One poller of a log, shared by its consumers. */
export interface LogSubscription {
  /** At most `limit` recorded events after `after`, fewer when they are large: from memory for consumers that keep up, else from the log. */
  read(after: number, limit: number): Promise<LogPage>;
  /** Resolves when there is an event after `after`, or on abort. */
  wait(after: number, signal: AbortSignal): Promise<void>;
  /** Starts polling at the log's head; consumers that are behind read the log until they reach it. */
  start(): Promise<void>;
  /** Drops the events in memory: the log was repaired, and has others now. */
  forget(): void;
  stop(): Promise<void>;
}

/** Recent events kept in memory; trimmed to this number when there are twice as many or they exceed the bytes. */
const RING = 4096;
const MAX_RING_BYTES = 32 * 1024 * 1024;
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const READ_EVENTS = 1000;
const RETRY_DELAY_MS = 1000;

export function subscribeToLog(
  source: Source,
  logger: Logger,
  throttle = noThrottle,
  publisher: Publisher = makePublisher({ source, logger }),
): LogSubscription {
  const { log } = source;
  const stopping = new AbortController();
  const waiting = new Set<() => void>();
  let ring: PublishedForm[] = [];
  let ringBytes = 0;
  /** The ring holds all events in (from, to]. */
  let from = 0;
  let to = 0;
  let started: Promise<void> | undefined;
  let running: Promise<void> = Promise.resolve();

  function push(entries: readonly PublishedForm[]): void {
    ring.push(...entries);
    for (const { bytes } of entries) ringBytes += bytes;
    to = entries.at(-1)?.position ?? to;
    if (ring.length > 2 * RING || ringBytes > MAX_RING_BYTES) shrink();
    for (const wake of waiting) wake();
    waiting.clear();
  }

  /** Trims to half, so that it is rare. Keeps the newest event whatever its size, or consumers that keep up would miss it. */
  function shrink(): void {
    let first = Math.max(0, ring.length - RING);
    let bytes = bytesOf(ring.slice(first));
    for (; bytes > MAX_RING_BYTES / 2 && first < ring.length - 1; first += 1) bytes -= ring[first]!.bytes;
    if (first > 0) from = ring[first - 1]!.position;
    ring = ring.slice(first);
    ringBytes = bytes;
  }

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const begun = performance.now();
        const events = await log.read(to, READ_EVENTS);
        if (events.length === 0) {
          await log.wait(to, stopping.signal);
          continue;
        }
        push(events.map(publisher.form));
        await throttle(performance.now() - begun, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        logger.warn('reading the log failed; retrying', { service: log.service, error });
        await pause(RETRY_DELAY_MS, stopping.signal);
      }
    }
  }

  async function pageOf(forms: readonly PublishedForm[], after: number): Promise<LogPage> {
    const position = forms.at(-1)?.position ?? after;
    return { events: await publisher.admit(forms), position, more: position < to };
  }

  return {
    async read(after, limit) {
      if (after < from || started === undefined) {
        const read = await log.read(after, limit);
        return pageOf(read.map(publisher.form), after);
      }
      const first = firstAfter(ring, after);
      return pageOf(ring.slice(first, first + pageLength(ring, first, limit)), after);
    },
    async wait(after, signal) {
      if (to > after || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const done = () => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        waiting.add(done);
        signal.addEventListener('abort', done, { once: true });
      });
    },
    start() {
      started ??= (async () => {
        await publisher.open();
        from = to = await log.head();
        running = poll();
      })();
      return started.catch((error: unknown) => {
        started = undefined;
        throw error;
      });
    },
    forget() {
      ring = [];
      ringBytes = 0;
      from = to;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function bytesOf(entries: readonly PublishedForm[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Number of entries from `first` on that fit one page; at least one, if there is one. */
function pageLength(entries: readonly PublishedForm[], first: number, limit: number): number {
  let count = 0;
  for (let bytes = 0; count < limit && first + count < entries.length; count += 1) {
    bytes += entries[first + count]!.bytes;
    if (count > 0 && bytes > MAX_PAGE_BYTES) break;
  }
  return count;
}

/** Binary search: index of the first entry with a position beyond `after`. */
function firstAfter(entries: readonly PublishedForm[], after: number): number {
  let low = 0;
  for (let high = entries.length; low < high;) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.position > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Resolves after `ms`, or on abort. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}
