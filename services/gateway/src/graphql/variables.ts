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
