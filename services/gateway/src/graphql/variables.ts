import { getVariableValues, isInputType, typeFromAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { variableFault } from './variable-fault.js';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Coerces the variables of an operation. Throws `Fault('BAD_INPUT')` about the first invalid value only: a long
 * list of invalid items must not make as many errors. Unknown types are left to the document's validation.
 */
export type Coerce = (given: Variables) => Variables;

export function coercion(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Coerce {
  const definitions = variableDefinitions.filter(({ type }) => isInputType(typeFromAST(schema, type as never)));
  return (given) => {
    const { coerced } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
    if (coerced) return coerced;
    throw variableFault(schema, definitions, given);
  };
}

const MAX_PLAIN_FIELDS = 64;

/**
 * No list and at most 64 fields: graphql-jit coerces such variables as GraphQL does. It accepts some invalid lists, and for
 * each invalid item or field it writes an error as long as the whole input.
 */
export function isPlain(given: Variables): boolean {
  return fieldsLeft(given, MAX_PLAIN_FIELDS) >= 0;
}

function fieldsLeft(value: unknown, max: number): number {
  if (value === null || typeof value !== 'object') return max;
  if (Array.isArray(value)) return -1;
  let left = max;
  for (const inner of Object.values(value)) {
    left = fieldsLeft(inner, left - 1);
    if (left < 0) return -1;
  }
  return left;
}
