import { intakeEvents } from './intake.events.js';
import { notificationsEvents } from './notifications.events.js';
import { responsesEvents } from './responses.events.js';
import { routingEvents } from './routing.events.js';
import type { EventDeclaration, OwnedEvents } from './declare-event.js';

export const eventOwners = [intakeEvents, routingEvents, responsesEvents, notificationsEvents] as const;

export function publishedBy(
  owner: OwnedEvents<Readonly<Record<string, EventDeclaration>>>,
): readonly EventDeclaration[] {
  return Object.values(owner.events).filter(({ published }) => published);
}

export const publishedEvents: readonly EventDeclaration[] = eventOwners.flatMap((owner) => publishedBy(owner));
