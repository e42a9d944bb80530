import { originsOf, publicClient, type Directory, type RegisteredClient } from '@otklik/tenancy';
import type { Adapter, ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';

const MINUTE_S = 60;
/** A token of a front-end cannot be taken back but by revoking the front-end: it is short. */
const ACCESS_TOKEN_TTL_S = 10 * MINUTE_S;
/** How long after the password a front-end gets new tokens: a working day. A refresh token is good once, and its successor ends with it. */
export const FRONT_END_TTL_S = 9 * 60 * MINUTE_S;
/** The platform's GraphQL, as RFC 8707 names a resource. */
const API = 'urn:otklik:graphql';

type Registered = Pick<Directory, 'districts'>;

/** Registered front-ends, as the provider reads them: at each request, so that a revoked one is unknown at once. */
export class PublicClientItems implements Pick<Adapter, 'find'> {
  constructor(private readonly directory: Registered) {}

  async find(id: string): Promise<ClientMetadata | undefined> {
    const client = publicClient(this.directory, id);
    return client && metadataOf(client);
  }
}

/** No secret: PKCE proves that who has the code began the sign-in. */
function metadataOf({ id, title, redirects }: RegisteredClient): ClientMetadata {
  return {
    client_id: id,
    client_name: title,
    token_endpoint_auth_method: 'none',
    redirect_uris: [...redirects],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: 'ES256',
  };
}

/** What the provider does for front-ends: access tokens of the platform (RFC 9068), and refresh tokens that are good once. */
export function frontEndConfiguration(directory: Registered, audience: string) {
  return {
    clientBasedCORS: (_: KoaContextWithOIDC, origin: string, { clientId }: { readonly clientId: string }) => {
      const client = publicClient(directory, clientId);
      return client !== undefined && originsOf(client).includes(origin);
    },
    expiresWithSession: () => false,
    issueRefreshToken: (_: KoaContextWithOIDC, client: { grantTypeAllowed(type: string): boolean }) =>
      client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    resourceIndicators: {
      enabled: true,
      defaultResource: (_: KoaContextWithOIDC, { clientId }: { readonly clientId: string }) =>
        publicClient(directory, clientId) ? API : [],
      useGrantedResource: () => true,
      // What it may not ask for is left out of what it asks for.
      getResourceServerInfo: (_: KoaContextWithOIDC, __: string, { clientId }: { readonly clientId: string }) => ({
        scope: grantedTo(directory, clientId)?.scope ?? '',
        audience,
        accessTokenFormat: 'jwt' as const,
        accessTokenTTL: ACCESS_TOKEN_TTL_S,
        jwt: { sign: { alg: 'ES256' as const } },
      }),
    },
  } satisfies Partial<Configuration> & { readonly resourceIndicators: object };
}

/** What an official grants by signing in at the front-end: all that it is registered for. */
export function grantedTo(
  directory: Registered,
  clientId: string,
): { readonly resource: string; readonly scope: string } | undefined {
  const client = publicClient(directory, clientId);
  return client && { resource: API, scope: client.scopes.join(' ') };
}
