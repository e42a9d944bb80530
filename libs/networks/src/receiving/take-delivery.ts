import type { Channel, DeliveredEvent, RawDelivery, Refused } from '../network.js';
import { MAX_BODY } from './read-json.js';

/** Keeps raw bodies, each once by its key, in one transaction. A key that is there already is no error. */
export type KeepDelivery = (delivery: RawDelivery, events: readonly DeliveredEvent[]) => Promise<void>;

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly refused?: Refused | 'UNAVAILABLE';
}

/**
 * What the network is answered: 2xx only once the delivery is kept. Nothing of a refused one is kept; its reason is
 * for a counter. 503 brings it again.
 */
export async function takeDelivery(
  channel: Channel,
  delivery: RawDelivery,
  secrets: readonly string[],
  keep: KeepDelivery,
): Promise<Answer> {
  const verdict = judge(channel, delivery, secrets);
  if (verdict.kind === 'refuse') return { status: verdict.status, body: '', refused: verdict.why };
  if (verdict.kind === 'handshake') return { status: 200, body: verdict.reply };
  try {
    await keep(delivery, verdict.events);
  } catch {
    return { status: 503, body: '', refused: 'UNAVAILABLE' };
  }
  return { status: 200, body: verdict.reply };
}

function judge(channel: Channel, delivery: RawDelivery, secrets: readonly string[]) {
  if (delivery.body.length > MAX_BODY) return { kind: 'refuse', status: 413, why: 'TOO_LARGE' } as const;
  // No network compresses; unpacking what a stranger packed is how a small body becomes a large one.
  const encoding = delivery.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return { kind: 'refuse', status: 400, why: 'MALFORMED' } as const;
  return channel.receive(delivery, secrets);
}

/** The whole body, wherever the network's packets cut it; nothing when it is longer than a delivery may be. */
export async function readBody(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts, size);
}
