import type { AppendRequest, EventStore } from '@otklik/event-store';
import { uuidv7 } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { randomBytes } from 'node:crypto';

const entropy = randomBytes(10);
let made = 0;

/** Entropy is drawn once: an id costs as little as those of the yardsticks. */
export function newId(): string {
  entropy.writeUInt32BE((made += 1), 6);
  return uuidv7(Date.now(), entropy);
}

/** About 560 bytes of JSON with Cyrillic text: an appeal as the benches store it. Invented. */
export const appealPayload = {
  text: 'На улице Ленина напротив дома 12 вторую неделю не работает освещение, вечером ничего не видно, дети идут из школы в темноте. '.repeat(
    2,
  ),
  place: 'Алдан, ул. Ленина, 12',
  channel: 'SITE',
  theme: 'освещение',
};

/** The creation of a stream by one event, as anyone may make it. */
export function creation(type: string, data: object, id = newId()): AppendRequest {
  const [stream, commandId] = [newId(), newId()];
  return {
    district: 1,
    stream,
    streamType: 'Appeal',
    expected: 'none',
    at: new Date().toISOString(),
    actor: { kind: 'anyone' },
    commandId,
    correlationId: stream,
    events: [{ id, type, schema: 1, data }],
  };
}

const FILLERS = 100;
const EVENTS_PER_APPEND = 10;

/** Stores so many events, ten to a stream. */
export async function fill(store: EventStore, events: number): Promise<void> {
  let written = 0;
  const event = () => ({ id: newId(), type: 'AppealSubmitted', schema: 1, data: appealPayload });
  await Promise.all(
    Array.from({ length: FILLERS }, async () => {
      while (written < events) {
        written += EVENTS_PER_APPEND;
        const request = creation('AppealSubmitted', appealPayload);
        await store.append({ ...request, events: Array.from({ length: EVENTS_PER_APPEND }, event) });
      }
    }),
  );
}

export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
