/** The actor of an event. An official is named by id only, a resident by the id of the person whose key seals the data. */
export interface EventActor {
  readonly kind: 'official' | 'resident' | 'anyone' | 'system';
  /** Official: the official's id. Resident: the person's id. System: the consumer's or job's name. Absent for an anonymous sender. */
  readonly id?: string;
  /** The role that permitted the act. */
  readonly role?: string;
  /** Id of the absent official whose role it is: the act was done in his stead. */
  readonly onBehalfOf?: string;
}

/** Metadata of every event, stored or published (docs/architecture.md, "The log and its envelope"). */
export interface Envelope {
  /** UUID. A public event has the id of the stored event from which it was mapped. */
  readonly id: string;
  readonly type: string;
  /** The version of the type's schema. */
  readonly schema: number;
  readonly district: number;
  /** UUID of the aggregate's stream, and the version that this event gave to it (1, 2, 3 …). */
  readonly stream: string;
  readonly version: number;
  /** Server clock when the command began, ISO 8601 UTC. */
  readonly at: string;
  /** Database clock at the insert. */
  readonly recordedAt: string;
  readonly actor: EventActor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}

/** An event that crosses from service to service. `data` follows the schema of (type, schema); personal fields in it are sealed. */
export interface PublicEvent<Type extends string = string, Data = unknown> extends Envelope {
  readonly type: Type;
  /** `<service>.events` */
  readonly topic: Topic;
  /** The appeal that the event concerns: district and appeal are the key within which order holds. */
  readonly appeal: string;
  /** Position in the log of the owning service; compared within one topic only. */
  readonly position: number;
  readonly data: Data;
}

export const topics = ['intake.events', 'routing.events', 'responses.events', 'notifications.events'] as const;
export type Topic = (typeof topics)[number];

/** `<district>/<appeal>`: the key of ordering, blocking and partitioning. */
export function orderKey(event: Pick<PublicEvent, 'district' | 'appeal'>): string {
  return `${event.district}/${event.appeal}`;
}
