import type { Outcome } from '../network.js';
import { retryAfter, type Exchanged } from './exchange.js';

export type Answered = Extract<Exchanged, { kind: 'answered' }>;

/**
 * What means the same in every network; nothing where the network's own answer decides. A gateway's error says that the
 * request went on, not what became of it.
 */
export function commonOutcome(exchanged: Exchanged, now: number): Outcome | undefined {
  if (exchanged.kind === 'unsent') return { kind: 'retry', scope: 'channel' };
  if (exchanged.kind === 'uncertain') return { kind: 'unknown' };
  const { status, headers, body } = exchanged;
  if (status === 502 || status === 504) return { kind: 'unknown' };
  if (status === 429 || status === 503) return waiting(retryAfter(headers['retry-after'], now));
  if (status >= 500) return { kind: 'retry', scope: 'channel' };
  // A page of a proxy: no word of the network.
  return body === undefined ? { kind: 'unknown' } : undefined;
}

export function waiting(afterMs: number | undefined, scope: 'thread' | 'channel' = 'channel'): Outcome {
  return afterMs === undefined ? { kind: 'retry', scope } : { kind: 'retry', scope, afterMs };
}
