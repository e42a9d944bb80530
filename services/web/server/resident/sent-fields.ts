import type { FastifyRequest } from 'fastify';

/** The fields of a form without files; none where something else was sent. Of a name that came twice, the last. */
export function sentFields({ body }: Pick<FastifyRequest, 'body'>): ReadonlyMap<string, string> {
  return new Map(body instanceof URLSearchParams ? body : []);
}
