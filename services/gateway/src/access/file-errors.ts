import type { FastifyInstance } from 'fastify';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';

const FILE_ROUTE = '/files/:district/:id';

/** Why a file does not open, as words for a person who opened it in a browser's tab; programs get the form of GraphQL's errors. */
export function readableFileErrors(scope: FastifyInstance): void {
  scope.addHook('onSend', async ({ routeOptions, headers }, reply, payload) => {
    const isRead = routeOptions.url === FILE_ROUTE && (headers.accept ?? '').includes('text/html');
    if (!isRead || reply.statusCode < 400) return payload;
    // A service in another process answers with a stream.
    const body = payload instanceof Readable ? await text(payload) : payload;
    const message = typeof body === 'string' ? messageIn(body) : undefined;
    if (message === undefined) return body;
    void reply.removeHeader('content-length').type('text/plain; charset=utf-8');
    return message;
  });
}

function messageIn(body: string): string | undefined {
  try {
    const { errors } = JSON.parse(body) as { readonly errors?: readonly { readonly message?: string }[] };
    return errors?.[0]?.message;
  } catch {
    return undefined;
  }
}
