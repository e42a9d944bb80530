import { schemaEnumerations } from '@otklik/contracts/enumerations';
import { isEnumType, type GraphQLSchema } from 'graphql';

/** They grow with the declarations of libs/contracts. */
const growing: readonly string[] = [...schemaEnumerations.map(({ name }) => name), 'EventType'];

/**
 * Lets a value of an enumeration that a newer build added pass to the client as it is: while services of two builds run
 * side by side, one new value must not turn a whole list into an error (ADR 17). Input stays closed.
 */
export function openEnumerations(schema: GraphQLSchema): GraphQLSchema {
  for (const type of growing.map((name) => schema.getType(name)).filter(isEnumType)) {
    const serialize = type.serialize.bind(type);
    type.serialize = (value) => (isNewer(value) && !type.getValue(value) ? value : serialize(value));
  }
  return schema;
}

function isNewer(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value);
}
