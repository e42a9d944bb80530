/** One GraphQL operation; `token`: of an official or resident. Throws when it is answered with errors. */
export type Ask = <Data>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  token?: string,
) => Promise<Data>;

interface Injecting {
  inject(request: {
    readonly method: 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload: object;
  }): Promise<{ json(): unknown }>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Through the process's own door, with every check that others meet there. */
export function asking(fastify: Injecting): Ask {
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>, token?: string): Promise<Data> => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fastify.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    const { data, errors } = response.json() as Answer;
    const [first] = errors ?? [];
    if (first) throw new Error(`${first.extensions?.code ?? 'error'}: ${first.message}`);
    return data as Data;
  };
}
