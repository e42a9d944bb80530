import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  print,
  specifiedRules,
  validate,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { Fault } from './fault.js';

/** What is wrong with a document; each error is caused by a `Fault` with the reason. */
export type ValidateDocument = (document: DocumentNode) => readonly GraphQLError[];

/** Without introspection a document cannot ask for the schema, and no reason suggests a name of it. */
export function documentValidator(schema: GraphQLSchema, introspection = true): ValidateDocument {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return (document) => validate(schema, document, rules, { hideSuggestions: !introspection }).map(withReason);
}

function withReason(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, originalError } = error;
  const reason = originalError instanceof Fault ? originalError.reason : withoutLiterals(message, nodes ?? []);
  const fault = new Fault('BAD_INPUT', undefined, {}, reason);
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    originalError: fault,
  });
}

/** Kinds of literals that may hold a person's data. */
const literals: Readonly<Record<string, string>> = {
  [Kind.STRING]: 'a string',
  [Kind.INT]: 'an integer',
  [Kind.FLOAT]: 'a number',
  [Kind.LIST]: 'a list',
  [Kind.OBJECT]: 'an object',
};

function withoutLiterals(message: string, nodes: readonly ASTNode[]): string {
  return nodes.reduce((text, node) => {
    const kind = literals[node.kind];
    if (kind === undefined) return text;
    const literal = print(node);
    // A message ends with the value that it is about.
    const at = text.lastIndexOf(literal);
    return at < 0 ? text : text.slice(0, at) + kind + text.slice(at + literal.length);
  }, message);
}
