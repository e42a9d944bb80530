import {
  getOperationAST,
  GraphQLError,
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
import { Fault, type ValidateDocument } from '@otklik/host/graphql';
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
  /** Errors of validation, which runs once; their places are those of the document as it was sent. */
  readonly faults: () => readonly GraphQLError[];
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

export interface CheckerOptions {
  readonly schema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  readonly validate: ValidateDocument;
}

/** Checks the limits of a document before validation, which is slow on hostile documents. Throws `Fault`. */
export function documentChecker({ schema, rootFields, validate }: CheckerOptions): CheckDocument {
  const ownerOf = ownerFinder(rootFields);
  const known = new LRUCache<string, CheckedDocument>({ max: MAX_CACHED_DOCUMENTS });
  return (source, operationName) => {
    if (typeof source !== 'string' || source.trim() === '')
      throw invalid('query', 'A string with a document is needed.');
    if (typeof operationName !== 'string' && operationName !== undefined && operationName !== null) {
      throw invalid('operationName', 'A string is needed.');
    }
    if (source.length > limits.characters) throw tooComplex('characters', limits.characters);
    const key = `${operationName ?? ''}\n${source}`;
    const found = known.get(key);
    if (found) return found;
    const checked = check({ schema, ownerOf, validate }, source, operationName ?? undefined);
    known.set(key, checked);
    return checked;
  };
}

function invalid(path: string, reason: string): Fault {
  return new Fault('BAD_INPUT', path, {}, reason);
}

function tooComplex(what: string, max: number): Fault {
  return new Fault('TOO_COMPLEX', 'query', {}, `More than ${max} ${what}.`);
}

interface Rules {
  readonly schema: GraphQLSchema;
  readonly ownerOf: OwnerOf;
  readonly validate: ValidateDocument;
}

function check(rules: Rules, source: string, operationName: string | undefined): CheckedDocument {
  const whole = parsed(source);
  const operation = getOperationAST(whole, operationName);
  if (!operation) throw invalid('operationName', 'The document has no such operation, or several and none is named.');
  const several = whole.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
  if (!several) return measured(rules, source, whole, operation);
  const own = separateOperations(whole)[operation.name?.value ?? '']!;
  // Parsed again, so that every place in the document is one of its own text.
  const isolated = print(own);
  const document = parsed(isolated);
  return measured(rules, isolated, document, getOperationAST(document)!, own);
}

function measured(
  { schema, ownerOf, validate }: Rules,
  source: string,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  asSent = document,
): CheckedDocument {
  refuseExcess(measure(document, operation), operation);
  const root = rootSelection(operation, fragmentsOf(document));
  let faults: readonly GraphQLError[] | undefined;
  return {
    source,
    document,
    operation,
    root,
    owner: ownerOf(operation, root),
    cost: costOf(schema, document, operation),
    faults: () => (faults ??= validate(asSent)),
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

/** Throws `Fault('TOO_COMPLEX')` with the limit that is exceeded. */
function refuseExcess(shape: Shape, { operation }: OperationDefinitionNode): void {
  const mostFields = operation === 'mutation' ? 1 : limits.rootFields;
  const bounds = [
    ['aliases', shape.aliases, limits.aliases],
    ['directives', shape.directives, limits.directives],
    ['root fields', shape.rootFields, mostFields],
    ['levels of fields', shape.depth, limits.depth],
  ] as const;
  const exceeded = bounds.find(([, count, max]) => count > max);
  if (exceeded) throw tooComplex(exceeded[0], exceeded[2]);
}

function parsed(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    if (hasTooManyTokens(source)) throw tooComplex('tokens', limits.tokens);
    const { message, source: text, positions } = error as GraphQLError;
    const reason = message.replace(/(String|BlockString) ".*"/s, '$1');
    throw new GraphQLError(message, {
      source: text ?? null,
      positions: positions ?? null,
      originalError: invalid('query', reason),
    });
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
