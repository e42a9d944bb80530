import type { EventType } from './generated/graphql.js';

/** The event's type as the GraphQL schema names it: `AppealReceived` → `APPEAL_RECEIVED`. */
export function eventTypeCode(type: string): EventType {
  return type.replace(/(?<!^)(?=[A-Z])/g, '_').toUpperCase() as EventType;
}
