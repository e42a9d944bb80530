import { understood, type DataOf } from '@otklik/contracts/event-schema';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';

/** Every public event: the register shows them all. */
export const registerEvents = [...intakeEvents, ...routingEvents, ...responsesEvents, ...notificationsEvents] as const;

type FactOf<Schema> = Schema extends { readonly type: infer Type extends string }
  ? PublicEvent<Type, DataOf<Schema>>
  : never;
export type IntakeFact = FactOf<(typeof intakeEvents)[number]>;
export type RoutingFact = FactOf<(typeof routingEvents)[number]>;
export type ResponsesFact = FactOf<(typeof responsesEvents)[number]>;
export type NotificationsFact = FactOf<(typeof notificationsEvents)[number]>;
export type RegisterFact = IntakeFact | RoutingFact | ResponsesFact | NotificationsFact;

export const registerUnderstands: readonly string[] = registerEvents.map(understood);

const known: ReadonlySet<string> = new Set(registerUnderstands);

/** Is it of a type and version that the register understands? Others are kept in the history and shown as they are. */
export function isRegisterFact(event: PublicEvent): event is RegisterFact {
  return known.has(understood(event));
}
