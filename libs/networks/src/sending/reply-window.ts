import type { Capabilities, Iso } from '../network.js';

/** Until when a person may be answered who wrote last at `lastHeard`; nothing where the network sets no end. */
export function repliesUntil({ replyWindowHours }: Capabilities, lastHeard: Iso): Iso | undefined {
  if (replyWindowHours === undefined) return undefined;
  return new Date(Date.parse(lastHeard) + replyWindowHours * 3_600_000).toISOString();
}
