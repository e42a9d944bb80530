import {
  coerceInputValue,
  getVariableValues,
  isInputType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { Fault } from '@otklik/host/graphql';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Variables as an operation takes them. Throws `Fault('BAD_INPUT')` that points at the first wrong one: whoever asks is told
 * one fault, and a list of many must not make as many errors. A type that is none is left to the document's validation.
 */
export type Coerce = (given: Variables) => Variables;

export function coercion(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Coerce {
  const definitions = variableDefinitions.filter(({ type }) => isInputType(typeFromAST(schema, type as never)));
  return (given) => {
    const { coerced } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
    if (coerced) return coerced;
    throw new Fault('BAD_INPUT', firstWrong(schema, definitions, given));
  };
}

const FEW_FIELDS = 64;

/**
 * No list and few fields: these the compiled form of an operation judges as GraphQL does. Of a list it takes some that are
 * wrong, and for each wrong item or field it writes an error as long as all of them.
 */
export function isPlain(given: Variables): boolean {
  return fieldsLeft(given, FEW_FIELDS) >= 0;
}

function fieldsLeft(value: unknown, most: number): number {
  if (value === null || typeof value !== 'object') return most;
  if (Array.isArray(value)) return -1;
  let left = most;
  for (const inner of Object.values(value)) {
    left = fieldsLeft(inner, left - 1);
    if (left < 0) return -1;
  }
  return left;
}

/** GraphQL only says it in words that we do not repeat: the path is found once more here. */
function firstWrong(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): string | undefined {
  for (const { type, variable, defaultValue } of definitions) {
    const name = variable.name.value;
    if (!(name in given) && defaultValue) continue;
    const path = wrongPath(given[name] ?? null, typeFromAST(schema, type as never) as GraphQLInputType);
    if (path) return [name, ...path].join('.');
  }
  return undefined;
}

function wrongPath(value: unknown, type: GraphQLInputType): readonly (string | number)[] | undefined {
  const enough = new Error();
  let found: readonly (string | number)[] | undefined;
  try {
    coerceInputValue(value, type, (path) => {
      found = path;
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return found;
}
