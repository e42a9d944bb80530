import { UnknownType } from '@otklik/kernel';
import type { Envelope, PublicEvent } from './envelope.js';
import type { EventDeclaration, OwnedEvents } from './declare-event.js';

/** A stored event. */
export interface Recorded extends Envelope {
  readonly position: number;
  readonly data: unknown;
}

type Data = Readonly<Record<string, unknown>>;

/** Maps the data of an event whose public form is not a selection of the stored fields. Pure. */
export type Mapping = (stored: Data) => Data;

/**
 * The public form of a service's events, under the id of the recorded one: the declared fields and no others, so that a
 * field reaches the topic only by its declaration. Undefined for a private event. Throws `UnknownType` for a type that the
 * service does not declare. The correlation id of every event is its appeal's id.
 */
export function publisher(
  { topic, events }: OwnedEvents<Readonly<Record<string, EventDeclaration>>>,
  mappings: Readonly<Partial<Record<string, Mapping>>> = {},
): (recorded: Recorded) => PublicEvent | undefined {
  const forms = new Map(
    Object.values(events).map((event) => [event.type, { ...event, mapping: mappings[event.type] ?? selection(event) }]),
  );
  return (recorded) => {
    const form = forms.get(recorded.type);
    if (!form) throw new UnknownType(`An unknown type of event in the log: ${recorded.type}`);
    if (!form.published) return undefined;
    const data = form.mapping(recorded.data as Data);
    return { ...recorded, topic, appeal: recorded.correlationId, schema: form.schema, data };
  };
}

function selection({ data: { properties } }: EventDeclaration): Mapping {
  const names = Object.keys(properties);
  return (stored) =>
    Object.fromEntries(names.filter((name) => stored[name] !== undefined).map((name) => [name, stored[name]]));
}
