import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Consumer } from './messaging.js';

/** Which events a consumer gets. */
export interface Subscription {
  /** Events of the type are delivered. */
  readonly hears: (type: string) => boolean;
  /** The event can be processed; else only a newer build can, and its key is dead-lettered. */
  readonly knows: (event: Pick<PublicEvent, 'type' | 'schema'>) => boolean;
}

export function subscriptionOf({ subscribesTo, everythingBut }: Consumer): Subscription {
  const versions = new Set(subscribesTo);
  const types = new Set(subscribesTo.map((name) => name.slice(0, name.lastIndexOf('@'))));
  const takesUnknown = (type: string): boolean =>
    everythingBut !== undefined && !types.has(type) && !everythingBut.includes(type);
  return {
    hears: (type) => types.has(type) || takesUnknown(type),
    knows: (event) => versions.has(`${event.type}@${event.schema}`) || takesUnknown(event.type),
  };
}
