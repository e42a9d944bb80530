/** A closed set of words that the domain, the events and the schema share. It grows by adding values (ADR 17). */
export interface Enumeration<Name extends string = string, Value extends string = string> {
  /** Of the GraphQL enum. */
  readonly name: Name;
  readonly description: string;
  readonly values: readonly Value[];
  readonly titles: Readonly<Record<Value, EnumerationTitle>>;
}

export interface EnumerationTitle {
  readonly ru: string;
  readonly en: string;
}

export function declareEnumeration<const Name extends string, const Value extends string>(
  name: Name,
  description: string,
  titles: Readonly<Record<Value, EnumerationTitle>>,
): Enumeration<Name, Value> {
  return { name, description, values: Object.keys(titles) as Value[], titles };
}

export type ValueOf<Declared> = Declared extends Enumeration<string, infer Value> ? Value : never;

/** How a person reads the value; a value that a newer build added is shown as it is. */
export function titleOf(enumeration: Enumeration, value: string, language: keyof EnumerationTitle): string {
  return Object.hasOwn(enumeration.titles, value) ? enumeration.titles[value]![language] : value;
}
