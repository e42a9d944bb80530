/** Runs a GraphQL operation; `token`: of an official or resident. Throws on errors. */
export type Ask = <Data>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  token?: string,
) => Promise<Data>;

/** Transports one operation. */
export type Post = (payload: object, headers: Readonly<Record<string, string>>) => Promise<unknown>;

interface Injecting {
  inject(request: {
    readonly method: 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload: object;
  }): Promise<{ json(): unknown }>;
}

/** To the gateway in this process. */
export function injected(fastify: Injecting): Post {
  return async (payload, headers) =>
    (await fastify.inject({ method: 'POST', url: '/graphql', headers, payload })).json();
}

/** To a gateway in another process. */
export function overHttp(url: string): Post {
  return async (payload, headers) => {
    const all = { ...headers, 'content-type': 'application/json' };
    return (await fetch(`${url}/graphql`, { method: 'POST', headers: all, body: JSON.stringify(payload) })).json();
  };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export function asking(post: Post): Ask {
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>, token?: string): Promise<Data> => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const { data, errors } = (await post({ query, variables }, headers)) as Answer;
    const [first] = errors ?? [];
    if (first) throw new Error(`${first.extensions?.code ?? 'error'}: ${first.message}`);
    return data as Data;
  };
}
