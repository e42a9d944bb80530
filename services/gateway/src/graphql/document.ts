import {
  getOperationAST,
  isInputType,
  isNonNullType,
  Kind,
  Lexer,
  parse,
  print,
  separateOperations,
  Source,
  TokenKind,
  typeFromAST,
  valueFromAST,
  type DocumentNode,
  type GraphQLSchema,
  type NonNullTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { RootField } from '@otklik/contracts/schema';
import { Fault } from '@otklik/host/graphql';
import { LRUCache } from 'lru-cache';
import { costOf, type Cost } from './cost.js';
import { ownerFinder, rootSelection, type OwnerOf, type RootSelection } from './root-fields.js';
import { fragmentsOf, measure, type Shape } from './shape.js';
import { coercion, type Coerce } from './variables.js';

/** One operation of a document, within all limits that need no variables. */
export interface CheckedDocument {
  /** The operation and its fragments alone, so that the compiled form is never that of another operation of the same document. */
  readonly source: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: RootSelection;
  /** The one service that answers the operation. */
  readonly owner: string;
  readonly cost: Cost;
  readonly coerce: Coerce;
  /** Default values of non-null variables, which graphql-jit ignores. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

export type CheckDocument = (source: unknown, operationName: unknown) => CheckedDocument;

export const limits = {
  characters: 64_000,
  tokens: 1_000,
  depth: 12,
  /** Of the variables: no input type nests so deep, and a recursive walk of a deeper value overflows the stack. */
  variableDepth: 20,
  aliases: 50,
  directives: 50,
  /** Root fields of a query; a mutation has one. */
  rootFields: 20,
} as const;
const MAX_CACHED_DOCUMENTS = 256;

/** Checks the limits of a document before validation, which is slow on hostile documents. Throws `Fault`. */
export function documentChecker(schema: GraphQLSchema, rootFields: readonly RootField[]): CheckDocument {
  const ownerOf = ownerFinder(rootFields);
  const known = new LRUCache<string, CheckedDocument>({ max: MAX_CACHED_DOCUMENTS });
  return (source, operationName) => {
    if (typeof source !== 'string' || source.trim() === '') throw new Fault('BAD_INPUT', 'query');
    if (typeof operationName !== 'string' && operationName !== undefined && operationName !== null) {
      throw new Fault('BAD_INPUT', 'operationName');
    }
    if (source.length > limits.characters) throw new Fault('TOO_COMPLEX', 'query');
    const key = `${operationName ?? ''}\n${source}`;
    const found = known.get(key);
    if (found) return found;
    const checked = check(schema, ownerOf, source, operationName ?? undefined);
    known.set(key, checked);
    return checked;
  };
}

function check(
  schema: GraphQLSchema,
  ownerOf: OwnerOf,
  source: string,
  operationName: string | undefined,
): CheckedDocument {
  const whole = parsed(source);
  const operation = getOperationAST(whole, operationName);
  if (!operation) throw new Fault('BAD_INPUT', 'operationName');
  const several = whole.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
  if (!several) return measured(schema, ownerOf, source, whole, operation);
  // Parsed again, so that every place in the document is one of its own text.
  const isolated = print(separateOperations(whole)[operation.name?.value ?? '']!);
  const document = parsed(isolated);
  return measured(schema, ownerOf, isolated, document, getOperationAST(document)!);
}

function measured(
  schema: GraphQLSchema,
  ownerOf: OwnerOf,
  source: string,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CheckedDocument {
  if (exceeds(measure(document, operation), operation)) throw new Fault('TOO_COMPLEX', 'query');
  const root = rootSelection(operation, fragmentsOf(document));
  return {
    ...{ source, document, operation, root, owner: ownerOf(operation, root) },
    cost: costOf(schema, document, operation),
    coerce: coercion(schema, operation),
    defaults: defaultsOf(schema, operation),
  };
}

function defaultsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  const defaults = variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const known = typeFromAST(schema, type as NonNullTypeNode);
    const value = isNonNullType(known) && isInputType(known) ? valueFromAST(defaultValue, known) : undefined;
    return value === undefined ? [] : [[variable.name.value, value] as const];
  });
  return Object.fromEntries(defaults);
}

function exceeds({ depth, aliases, directives, rootFields }: Shape, { operation }: OperationDefinitionNode): boolean {
  const mostFields = operation === 'mutation' ? 1 : limits.rootFields;
  const tooMany = aliases > limits.aliases || directives > limits.directives || rootFields > mostFields;
  return tooMany || depth > limits.depth;
}

function parsed(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch {
    throw new Fault(hasTooManyTokens(source) ? 'TOO_COMPLEX' : 'BAD_INPUT', 'query');
  }
}

/** Counts the tokens of a document that did not parse: the parser's error of its own limit has no code. */
function hasTooManyTokens(source: string): boolean {
  const lexer = new Lexer(new Source(source));
  try {
    for (let count = 0; count <= limits.tokens; count += 1) if (lexer.advance().kind === TokenKind.EOF) return false;
  } catch {
    // A character that starts no token: the document is malformed, not too long.
    return false;
  }
  return true;
}
