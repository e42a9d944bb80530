import { eventTypeCode, savedSearchGrew } from '@otklik/contracts/event-type';
import type { EventType } from '@otklik/contracts/generated/graphql';
import { eventOwners, publishedBy } from '@otklik/contracts/published-events';
import { isTold, subjectOf } from '../domain/webhook-message.js';

/** The types of facts that webhooks are sent, as declared. */
export const toldEvents = eventOwners.flatMap((owner) =>
  publishedBy(owner)
    .filter(({ type }) => isTold(type))
    .map((event) => ({ ...event, code: eventTypeCode(event.type), subject: subjectOf(owner.topic) })),
);

/** As administrators choose of it. */
export const toldTypes = [...toldEvents, { ...savedSearchGrew, subject: 'SEARCH' as const }].map(
  ({ code: type, titles, subject }) => ({ type, titles, subject }),
);

const codes: ReadonlySet<EventType> = new Set(toldTypes.map(({ type }) => type));

export function isToldType(type: EventType): boolean {
  return codes.has(type);
}
