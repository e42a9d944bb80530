import type { EventLog, EventStore } from '@otklik/event-store';

/** For a service that owns no stream: using its store is a defect. */
export function unsupportedEventStore(service: string): EventStore {
  const none = (): never => {
    throw new Error(`${service} owns no stream.`);
  };
  return {
    append: none,
    appendAll: none,
    read: none,
    readAll: none,
    remembered: none,
    remember: none,
    close: () => Promise.resolve(),
  };
}

export function unsupportedEventLog(service: string): EventLog {
  const none = (): never => {
    throw new Error(`${service} owns no stream.`);
  };
  return { service, read: none, wait: none, head: none, newest: none, close: () => Promise.resolve() };
}
