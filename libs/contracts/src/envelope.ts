/** Who did it. Officials by id only; a resident is named by nothing but the person whose key seals his data. */
export interface EventActor {
  readonly kind: 'official' | 'resident' | 'anyone' | 'system';
  /** Official: his id. Resident: his person id. System: the consumer's or job's name. Absent for an anonymous sender. */
  readonly id?: string;
  /** The role that permitted the act. */
  readonly role?: string;
}

/** What surrounds every fact, stored or published (docs/architecture.md, "The log and its envelope"). */
export interface Envelope {
  /** UUID. A public event carries the id of the stored event that it was mapped from. */
  readonly id: string;
  readonly type: string;
  /** The version of the type's schema. */
  readonly schema: number;
  readonly district: number;
  /** UUID of the aggregate's stream, and the version that this event gave to it (1, 2, 3 …). */
  readonly stream: string;
  readonly version: number;
  /** Server clock as handed into the command, ISO 8601 UTC. */
  readonly at: string;
  /** The database's clock at the insert. */
  readonly recordedAt: string;
  readonly actor: EventActor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}

/** A fact on its way between services. `data` follows the schema of (type, schema); personal fields in it are sealed. */
export interface PublicEvent<Type extends string = string, Data = unknown> extends Envelope {
  readonly type: Type;
  /** `<service>.events` */
  readonly topic: Topic;
  /** The appeal that the fact is about: with the district it is the key under which order holds. */
  readonly appeal: string;
  /** Its place in the log of the service that owns it; compared within one topic only. */
  readonly position: number;
  readonly data: Data;
}

export const topics = ['intake.events', 'routing.events', 'responses.events', 'notifications.events'] as const;
export type Topic = (typeof topics)[number];

/** `<district>/<appeal>`: the key of order, parking and partitions. */
export function orderKey(event: Pick<PublicEvent, 'district' | 'appeal'>): string {
  return `${event.district}/${event.appeal}`;
}
