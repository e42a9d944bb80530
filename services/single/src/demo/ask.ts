/** Runs a GraphQL operation; `token`: of an official or resident. Throws on errors. */
export type Ask = <Data>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  token?: string,
) => Promise<Data>;

/** Transports one operation. */
export type Post = (payload: object, headers: Readonly<Record<string, string>>) => Promise<unknown>;

/** Fastify's own requests, without a socket. */
export interface Injecting {
  inject(request: {
    readonly method: 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload: object;
    readonly remoteAddress?: string;
  }): Promise<{ readonly statusCode: number; json(): unknown }>;
}

/** To the gateway in this process. */
export function injected(fastify: Injecting): Post {
  let asked = 0;
  return async (payload, headers) => {
    // Each act comes from a network of its own, as residents' do: the limit for one network does not slow the making.
    asked += 1;
    const remoteAddress = `10.${(asked >> 8) & 255}.${asked & 255}.1`;
    return (await fastify.inject({ method: 'POST', url: '/graphql', headers, payload, remoteAddress })).json();
  };
}

/** Stores a file of the demonstration; answers its id. */
export async function uploaded(fastify: Injecting, district: string, jpeg: Buffer): Promise<string> {
  const boundary = 'demonstration';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), jpeg, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const answer = await fastify.inject({ method: 'POST', url: `/files?district=${district}`, headers, payload });
  if (answer.statusCode !== 201) throw new Error(`A photo was not stored: ${answer.statusCode}`);
  return (answer.json() as { id: string }).id;
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
  readonly errors?:
    | readonly {
        readonly message: string;
        readonly extensions?: { readonly code?: string; readonly path?: string };
      }[]
    | undefined;
}

/** What a slow machine answers. Every act has a key, so repeating it changes nothing. */
const TRANSIENT = ['TIMED_OUT', 'UNAVAILABLE'];
const MAX_ATTEMPTS = 5;

export function asking(post: Post): Ask {
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>, token?: string): Promise<Data> => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = async (attempt: number): Promise<Answer> => {
      const { data, errors } = (await post({ query, variables }, headers)) as Answer;
      const isTransient = TRANSIENT.includes(errors?.[0]?.extensions?.code ?? '');
      return isTransient && attempt < MAX_ATTEMPTS ? answer(attempt + 1) : { data, errors };
    };
    const { data, errors } = await answer(1);
    const [first] = errors ?? [];
    const { code = 'error', path = '' } = first?.extensions ?? {};
    if (first) throw new Error(`${/\{ (\w+)/.exec(query)?.[1]}: ${code} ${path} ${first.message}`);
    return data as Data;
  };
}
