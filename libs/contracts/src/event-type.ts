import type { EventType } from './generated/graphql.js';

/** What webhooks are sent that is no event of a log: a number that was counted. */
export const savedSearchGrew = {
  code: 'SAVED_SEARCH_GREW',
  titles: { ru: 'В сохранённом поиске новое', en: 'Something is new in a saved search' },
} as const;

/** The event's type as the GraphQL schema names it: `AppealReceived` → `APPEAL_RECEIVED`. */
export function eventTypeCode(type: string): EventType {
  return type.replace(/(?<!^)(?=[A-Z])/g, '_').toUpperCase() as EventType;
}
