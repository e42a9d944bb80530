import Type, { type Static, type TObject, type TProperties } from 'typebox';
import type { PublicEvent, Topic } from './envelope.js';
import type { Enumeration } from './declare-enumeration.js';

/** Clear text in the domain; sealed (libs/vault) in the log and in the topic. */
export const Personal = Type.String({ pattern: '^sealed:1:', personal: true });
export const Uuid = Type.String({ format: 'uuid' });
export const LocalDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Instant = Type.String({ format: 'date-time' });
/** IANA zone, beside every legal date. */
export const Zone = Type.String({ minLength: 1 });

/** A value of the enumeration. The schema admits values that later builds add (ADR 17). */
export function oneOf<Name extends string, Value extends string>(
  enumeration: Enumeration<Name, Value>,
): ReturnType<typeof Type.Unsafe<Value>> {
  return Type.Unsafe<Value>(
    Type.String({ pattern: '^[A-Z][A-Z0-9_]*$', enumeration: enumeration.name, examples: enumeration.values }),
  );
}

export interface Titles {
  readonly ru: string;
  readonly en: string;
}

/** The declaration of an event. Events are stored for ever: fields are added, never changed. */
export interface EventOptions<Fields extends TProperties, Unpublished extends TProperties> {
  /** Shown in the appeal's history. */
  readonly titles: Titles;
  /** Fields in the domain, the log and the topic. */
  readonly fields: Fields;
  /** Fields in the domain and the log only. */
  readonly unpublished?: Unpublished;
}

export interface EventDeclaration<
  Name extends string = string,
  Fields extends TProperties = TProperties,
  Unpublished extends TProperties = TProperties,
  Published extends boolean = boolean,
> {
  readonly type: Name;
  /** Version of the schema that is written and published. */
  readonly schema: number;
  readonly titles: Titles;
  /** False: the event stays in its service's log. */
  readonly published: Published;
  /** The published form; personal fields in it are sealed. */
  readonly data: TObject<Fields>;
  /** The stored form: `data` and the unpublished fields. */
  readonly stored: TObject<Fields & Unpublished>;
  /** Names of the stored fields that are sealed. */
  readonly personal: readonly string[];
}

/** An event that other services receive as it was recorded, without its unpublished fields. */
export function declareEvent<
  const Name extends string,
  Fields extends TProperties,
  Unpublished extends TProperties = Record<never, never>,
>(
  type: Name,
  schema: number,
  options: EventOptions<Fields, Unpublished>,
): EventDeclaration<Name, Fields, Unpublished, true> {
  return declaration(type, schema, options, true);
}

/** An event that stays in the log of its service. */
export function declarePrivateEvent<const Name extends string, Fields extends TProperties>(
  type: Name,
  schema: number,
  options: Omit<EventOptions<Fields, Record<never, never>>, 'unpublished'>,
): EventDeclaration<Name, Fields, Record<never, never>, false> {
  return declaration(type, schema, options, false);
}

function declaration<
  Name extends string,
  Fields extends TProperties,
  Unpublished extends TProperties,
  Published extends boolean,
>(
  type: Name,
  schema: number,
  { titles, fields, unpublished }: EventOptions<Fields, Unpublished>,
  published: Published,
): EventDeclaration<Name, Fields, Unpublished, Published> {
  const all = { ...fields, ...unpublished } as Fields & Unpublished;
  return {
    type,
    schema,
    titles,
    published,
    data: Type.Object(fields, { additionalProperties: false }),
    stored: Type.Object(all, { additionalProperties: false }),
    personal: Object.keys(all).filter((name) => (all[name] as { readonly personal?: boolean }).personal === true),
  };
}

/** The events of one service, by type, with the topic to which it publishes them. */
export interface OwnedEvents<Events extends Readonly<Record<string, EventDeclaration>>> {
  readonly topic: Topic;
  readonly events: Events;
}

export function ownedEvents<const Events extends { readonly [Type in keyof Events]: EventDeclaration<Type & string> }>(
  topic: Topic,
  events: Events,
): OwnedEvents<Events> {
  return { topic, events };
}

type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
    : Value;

/** The data that consumers receive: the published fields, personal ones sealed. */
export type DataOf<Declared> = Declared extends { readonly data: infer Data extends TObject }
  ? Immutable<Static<Data>>
  : never;

/** The event in the domain: every stored field, personal ones in clear. */
export type FactOf<Declared> = Declared extends {
  readonly type: infer Type;
  readonly stored: infer Stored extends TObject;
}
  ? { readonly type: Type } & Immutable<Static<Stored>>
  : never;

/** The domain's events of one service, as a union by `type`. */
export type FactsOf<Owned> = Owned extends { readonly events: infer Events } ? FactOf<Events[keyof Events]> : never;

/** The public events of one service, as a union by `type`. */
export type PublicEventsOf<Owned> = Owned extends { readonly events: infer Events }
  ? PublicEventOf<Events[keyof Events]>
  : never;

/** Distributes over a union of declarations; a private event has no public form. */
export type PublicEventOf<Declared> = Declared extends {
  readonly type: infer Type extends string;
  readonly published: true;
}
  ? PublicEvent<Type, DataOf<Declared>>
  : never;

/** `<type>@<schema>`: the form in which consumers list their subscriptions. */
export function versionedType({ type, schema }: { readonly type: string; readonly schema: number }): string {
  return `${type}@${schema}`;
}
