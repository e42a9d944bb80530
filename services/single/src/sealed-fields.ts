import { sealedFields } from '@otklik/contracts/event-schema';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';
import type { ServiceName } from '@otklik/host';

const events = {
  intake: intakeEvents,
  routing: routingEvents,
  responses: responsesEvents,
  notifications: notificationsEvents,
  search: [],
} as const;

/** Event type → fields that may never be in clear; a stored fact calls them as the published one does. */
export function sealedFieldsOf(service: ServiceName): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(events[service].map((schema) => [schema.type, sealedFields(schema)]));
}
