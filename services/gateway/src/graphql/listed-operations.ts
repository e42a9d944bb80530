import { Fault } from '@otklik/host/graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphqlRequest } from './execute.js';

/** Documents by their ids, as graphql-codegen's client preset writes `persisted-documents.json`. */
export type OperationList = Readonly<Record<string, string>>;

/** The request with the document of the operation that it names. Throws `Fault('OPERATION_NOT_LISTED')`. */
export type FindOperation = (request: GraphqlRequest) => GraphqlRequest;

/**
 * A request names its operation by text or, in `extensions.persistedQuery.sha256Hash` as Apollo's and urql's clients do, by
 * its id in one of the lists. `onlyListed`: any other text is refused.
 */
export function operationFinder(lists: readonly OperationList[], onlyListed: boolean): FindOperation {
  const byId = new Map(lists.flatMap((list) => Object.entries(list)).map(([id, text]) => [bare(id), text]));
  const texts = new Set<unknown>(byId.values());
  return (request) => {
    const id = idOf(request.extensions);
    const listed = id === undefined ? undefined : byId.get(id);
    if (listed !== undefined) return { ...request, query: listed };
    const { query } = request;
    if (id !== undefined && !query)
      throw notListed('extensions.persistedQuery', 'No list has an operation with this id.');
    if (onlyListed && !texts.has(query))
      throw notListed('query', 'OTKLIK_OPERATIONS is "listed", and no list has this text.');
    return request;
  };
}

function notListed(path: string, reason: string): Fault {
  return new Fault('OPERATION_NOT_LISTED', path, {}, reason);
}

function idOf(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as {
    readonly persistedQuery?: { readonly sha256Hash?: unknown } | null;
  };
  const id = persistedQuery?.sha256Hash;
  return typeof id === 'string' ? bare(id) : undefined;
}

/** Some clients write the algorithm before the hash. */
function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}

/** The lists of other front-ends: every `*.json` of the folder. Throws when one of them is no list. */
export function readOperationLists(folder: string): readonly OperationList[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const list: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (isList(list)) return list;
    throw new Error(`OTKLIK_OPERATIONS_FOLDER: ${name} must be an object of ids and GraphQL documents`);
  });
}

function isList(value: unknown): value is OperationList {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
