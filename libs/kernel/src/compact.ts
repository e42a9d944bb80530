type Defined<Fields> = { [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key] };
type Optional<Fields> = {
  [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined>;
};

/** A value that may be undefined becomes an optional property. */
export type Compact<Fields> = Fields extends unknown ? Defined<Fields> & Optional<Fields> : never;

/**
 * The fields that have a value, in their order. A key whose value is undefined is left out, so that it neither overrides
 * another one when objects are merged nor counts as present (`in`, `Object.keys`).
 */
export function compact<const Fields extends object>(fields: Fields): Compact<Fields> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Compact<Fields>;
}
