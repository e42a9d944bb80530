import type { EventLog, RecordedEvent } from './event-store.js';

/**
 * Every event after `after` that was committed before the call, in order. Unlike a single read, which may be empty because
 * the next event is not settled yet, it continues to the end. Throws at an event that cannot be read.
 */
export async function* untilHead(log: EventLog, after = 0, batch = 1_000): AsyncGenerator<RecordedEvent, void, void> {
  const head = await log.head();
  for (let position = after; position < head;) {
    const events = await log.read(position, batch);
    if (events.length === 0) await log.wait(position, AbortSignal.timeout(10_000));
    for (const event of events) {
      if (event.position > head) return;
      if (event.unreadable) throw event.unreadable;
      yield event;
      position = event.position;
    }
  }
}
