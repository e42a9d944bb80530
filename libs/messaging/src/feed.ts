import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { EventLog, RecordedEvent } from '@otklik/event-store';
import { noThrottle } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { eventSize } from './event-size.js';
import type { Publish } from './messaging.js';
import { passUnknown } from './pass-unknown.js';

/** What a topic is made of in process: a service's log, and what of it is public. */
export interface Source {
  readonly log: EventLog;
  readonly publish: Publish;
}

export interface Taken {
  readonly events: readonly PublicEvent[];
  /** The position reached: beyond the last event, where private ones follow it. */
  readonly upTo: number;
}

/** One tailer of a log for all its consumers. */
export interface Feed {
  /** What follows `after`, at most `limit` stored events, and fewer where they are big: from memory for those who keep up, else from the log. */
  take(after: number, limit: number): Promise<Taken>;
  /** Resolves when there is something after `after`, or on abort. */
  wait(after: number, signal: AbortSignal): Promise<void>;
  /** Starts the tailer at the log's head; those who are behind read the log themselves until they reach it. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Stored events kept in memory for consumers that keep up: twice as many at most, and of this size at most. */
const RING = 4096;
const RING_BYTES = 32 * 1024 * 1024;
/** A stretch that is taken ends before it is bigger. */
const TAKE_BYTES = 8 * 1024 * 1024;
const READ = 1000;
const PAUSE_MS = 1000;

interface Entry {
  readonly position: number;
  readonly event: PublicEvent | undefined;
  readonly bytes: number;
}

export function makeFeed({ log, publish }: Source, logger: Logger, throttle = noThrottle): Feed {
  const publishKnown = passUnknown(publish, log.service, logger);
  const stopping = new AbortController();
  const waiting = new Set<() => void>();
  let ring: Entry[] = [];
  let ringBytes = 0;
  /** The ring holds everything in (from, to]. */
  let from = 0;
  let to = 0;
  let started: Promise<void> | undefined;
  let running: Promise<void> = Promise.resolve();

  function entry(recorded: RecordedEvent): Entry {
    const event = publishKnown(recorded);
    return { position: recorded.position, event, bytes: event ? eventSize(event) : 0 };
  }

  function push(entries: readonly Entry[]): void {
    ring.push(...entries);
    for (const { bytes } of entries) ringBytes += bytes;
    to = entries.at(-1)?.position ?? to;
    if (ring.length > 2 * RING || ringBytes > RING_BYTES) shrink();
    for (const wake of waiting) wake();
    waiting.clear();
  }

  /** By half, so that it is seldom done. The newest stays, however big: those who keep up must find it. */
  function shrink(): void {
    let first = Math.max(0, ring.length - RING);
    let bytes = bytesOf(ring.slice(first));
    for (; bytes > RING_BYTES / 2 && first < ring.length - 1; first += 1) bytes -= ring[first]!.bytes;
    if (first > 0) from = ring[first - 1]!.position;
    ring = ring.slice(first);
    ringBytes = bytes;
  }

  async function tail(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const begun = performance.now();
        const events = await log.read(to, READ);
        if (events.length === 0) {
          await log.wait(to, stopping.signal);
          continue;
        }
        push(events.map(entry));
        await throttle(performance.now() - begun, stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        logger.warn('the tailer will try again', { service: log.service, error });
        await pause(PAUSE_MS, stopping.signal);
      }
    }
  }

  return {
    async take(after, limit) {
      if (after < from || started === undefined) {
        const read = await log.read(after, limit);
        return taken(read.map(entry), after);
      }
      const first = firstAfter(ring, after);
      return taken(ring.slice(first, first + stretch(ring, first, limit)), after);
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
        from = to = await log.head();
        running = tail();
      })();
      return started.catch((error: unknown) => {
        started = undefined;
        throw error;
      });
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function taken(entries: readonly Entry[], after: number): Taken {
  const events = entries.flatMap(({ event }) => (event ? [event] : []));
  return { events, upTo: entries.at(-1)?.position ?? after };
}

function bytesOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** How many entries from `first` on go together: at least one, if there is one. */
function stretch(entries: readonly Entry[], first: number, limit: number): number {
  let count = 0;
  for (let bytes = 0; count < limit && first + count < entries.length; count += 1) {
    bytes += entries[first + count]!.bytes;
    if (count > 0 && bytes > TAKE_BYTES) break;
  }
  return count;
}

/** Index of the first entry beyond `after`; entries stand in the order of positions. */
function firstAfter(entries: readonly Entry[], after: number): number {
  let low = 0;
  for (let high = entries.length; low < high;) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.position > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sleeps `ms`, or until the abort. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}
