import type { PublicEventsOf } from '@otklik/contracts/declare-event';
import type { appealEvents } from '@otklik/contracts/intake.events';
import type { notificationsEvents } from '@otklik/contracts/notifications.events';
import type { responsesEvents } from '@otklik/contracts/responses.events';
import type { routingEvents } from '@otklik/contracts/routing.events';
import type { Said } from './states-after.js';

export type IntakeFact = PublicEventsOf<typeof appealEvents>;
export type RoutingFact = PublicEventsOf<typeof routingEvents>;
/** A fact of a question, without its envelope. */
export type SaidOfQuestion = Said<RoutingFact>;
export type ResponsesFact = PublicEventsOf<typeof responsesEvents>;
export type NotificationsFact = PublicEventsOf<typeof notificationsEvents>;

/** A fact of an appeal, without its envelope. */
export type SaidOfAppeal = Said<IntakeFact>;
/** A fact of a notice, without its envelope. */
export type SaidOfNotice = Said<NotificationsFact>;

/** A published event of a case, of any of its streams. */
export type CaseFact = IntakeFact | RoutingFact | ResponsesFact | NotificationsFact;
