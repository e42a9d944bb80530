interface Versioned {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
}

const last = new Map<string, number>();
const given = new Map<string, number>();

/**
 * Invented events with the versions that a log would give them in this order. One that comes again has its version, and so has
 * one that is said to be late by a version of its own.
 */
export function inLog<Event extends Versioned>(events: readonly Event[]): readonly Event[] {
  return events.map((event) => {
    const before = last.get(event.stream) ?? 0;
    const isLate = event.version > 1 && event.version < before;
    const version = given.get(event.id) ?? (isLate ? event.version : Math.max(event.version, before + 1));
    given.set(event.id, version);
    last.set(event.stream, Math.max(version, before));
    return { ...event, version };
  });
}
