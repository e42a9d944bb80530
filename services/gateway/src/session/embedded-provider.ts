import type { FastifyInstance, InjectOptions } from 'fastify';
import type { ProviderSettings } from './oidc-client.js';

/** The embedded provider (services/administration): its path, and the gateway's client at it. */
const PATH = '/oidc';
const CLIENT_ID = 'otklik';

/**
 * The provider that this gateway serves at its own origin. Its requests do not leave the process: the public address may
 * belong to a proxy that this machine does not reach.
 */
export function embeddedProvider(
  fastify: Pick<FastifyInstance, 'inject'>,
  origin: URL,
  secret: (purpose: string) => Buffer,
): ProviderSettings {
  return {
    issuer: new URL(PATH, origin),
    clientId: CLIENT_ID,
    clientSecret: secret('oidc-client').toString('base64url'),
    loginClaim: 'sub',
    fetch: async (url, { method, headers, body }) => {
      const { pathname, search } = new URL(url);
      const request: InjectOptions = {
        method: method as 'GET' | 'POST',
        url: pathname + search,
        headers,
        ...(body && { payload: await new Response(body).text() }),
      };
      const { statusCode, headers: answered, rawPayload } = await fastify.inject(request);
      const type = answered['content-type'];
      return new Response(new Uint8Array(rawPayload), {
        status: statusCode,
        headers: typeof type === 'string' ? { 'content-type': type } : {},
      });
    },
  };
}
