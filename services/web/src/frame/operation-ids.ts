/** Operations whose texts this page has parsed: their ids in the server's list, by name. */
const ids = new Map<string, string>();
const NOT_LISTED = 'OPERATION_NOT_LISTED';

/** A generated document. */
interface Document {
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
  toString(): string;
}

type Errors = readonly { readonly extensions?: unknown }[];

/** The name and the id of an operation; the list with the same ids is made by build/operations.mjs. */
export function identified(document: Document): { readonly name: string; readonly id: string } {
  const [, name = ''] = /(?:query|mutation|subscription)\s+(\w+)/.exec(document.toString()) ?? [];
  return { name, id: String(document.__meta__?.['hash']) };
}

/** A text that is kept without its document (an act of the outbox) has no id of its own. */
export function rememberId(document: Document): void {
  if (document.__meta__?.['hash'] === undefined) return;
  const { name, id } = identified(document);
  ids.set(name, id);
}

/** Names an operation instead of its text, as other clients of GraphQL do. */
export function byId(id: string): object {
  return { persistedQuery: { version: 1, sha256Hash: id } };
}

/** The server is of another build than this page. */
export function isNotListed(errors: unknown): boolean {
  return Array.isArray(errors) && (errors as Errors).some(({ extensions }) => codeOf(extensions) === NOT_LISTED);
}

function codeOf(extensions: unknown): unknown {
  return (extensions as { readonly code?: unknown } | undefined)?.code;
}

/** `fetch` of the GraphQL client: sends the id, and the text only to a server that does not know the id. */
export async function fetchById(url: RequestInfo | URL, request?: RequestInit): Promise<Response> {
  const { query, ...rest } = JSON.parse(String(request?.body)) as Readonly<Record<string, unknown>>;
  const name = String(rest['operationName']);
  const id = ids.get(name);
  if (id === undefined) return fetch(url, request);
  const answer = await fetch(url, { ...request, body: JSON.stringify({ ...rest, extensions: byId(id) }) });
  if (answer.status !== 400) return answer;
  const { errors } = (await answer.clone().json()) as { readonly errors?: Errors };
  if (!isNotListed(errors)) return answer;
  ids.delete(name);
  return fetch(url, { ...request, body: JSON.stringify({ ...rest, query }) });
}
