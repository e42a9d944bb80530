import {
  cacheExchange,
  Client,
  createRequest,
  fetchExchange,
  type AnyVariables,
  type TypedDocumentNode,
} from '@urql/core';
import type { TypedDocumentString } from '../generated/graphql.js';
import { language } from '../words/words.js';
import { fetchById, rememberId } from './operation-ids.js';

/**
 * Queries and commands over `POST /graphql` with the session's cookie. Live updates have a socket of their own
 * (`live.ts`), because a list resumes from its own cursor.
 */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  requestPolicy: 'cache-and-network',
  fetch: fetchById,
  fetchOptions: () => ({ credentials: 'same-origin', headers: { 'accept-language': language } }),
});

type Documented<Result, Variables> = TypedDocumentString<Result, Variables>;

/** A generated document in the form that urql takes; parsed once. */
export function operation<Result, Variables>(
  document: Documented<Result, Variables>,
): TypedDocumentNode<Result, Variables> {
  const text = document.toString();
  rememberId(document);
  const known = parsed.get(text) ?? createRequest(text, {}).query;
  parsed.set(text, known);
  return known as TypedDocumentNode<Result, Variables>;
}

/** The data as the server has it now, whatever was read before. Throws the error of an answer without data. */
export async function readNow<Result, Variables extends AnyVariables>(
  reader: Pick<Client, 'query'>,
  document: Documented<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const options = { requestPolicy: 'network-only' } as const;
  const { data, error } = await reader.query<Result, Variables>(operation(document), variables, options).toPromise();
  if (!data) throw error ?? new Error('An answer without data.');
  return data;
}

const parsed = new Map<string, unknown>();
