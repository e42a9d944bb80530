import Type, { type Static, type TObject, type TProperties } from 'typebox';

/** A sealed text (libs/vault). In a schema it also says: this field is personal. */
export const Sealed = Type.String({ pattern: '^sealed:1:', personal: true });
export const Uuid = Type.String({ format: 'uuid' });
export const LocalDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Instant = Type.String({ format: 'date-time' });
/** IANA zone, beside every legal date. */
export const Zone = Type.String({ minLength: 1 });

/** One published type in one version: stored and published for ever. Add, never change. */
export interface EventSchema<Name extends string, Properties extends TProperties> {
  readonly type: Name;
  readonly schema: number;
  readonly data: TObject<Properties>;
}

export function event<const Name extends string, Properties extends TProperties>(
  type: Name,
  schema: number,
  properties: Properties,
): EventSchema<Name, Properties> {
  return { type, schema, data: Type.Object(properties, { additionalProperties: false }) };
}

export type DataOf<Schema> = Schema extends { data: infer Data extends TObject } ? Static<Data> : never;

/** `<type>@<schema>`, as consumers say what they understand. */
export function understood(schema: { readonly type: string; readonly schema: number }): string {
  return `${schema.type}@${schema.schema}`;
}

/** Names of the sealed fields of a schema. */
export function sealedFields(schema: { readonly data: TObject }): readonly string[] {
  return Object.entries(schema.data.properties)
    .filter(([, property]) => (property as { personal?: boolean }).personal)
    .map(([name]) => name);
}
