import { expect, it } from '@jest/globals';
import { OidcClient } from './oidc-client.js';

const ISSUER = 'https://id.example';

/** A client at a provider with these further metadata. */
function clientOf(metadata: Readonly<Record<string, string>>): OidcClient {
  const provider = {
    issuer: new URL(ISSUER),
    clientId: 'otklik',
    clientSecret: 'secret',
    loginClaim: 'sub',
    fetch: async () => Response.json({ issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, ...metadata }),
  };
  return new OidcClient(provider, new URL('https://otklik.example/session/callback'));
}

const returnTo = new URL('https://otklik.example/session/sign-in');

it('leads to where an outside provider ends its session, also when ours is over', async () => {
  const client = clientOf({ end_session_endpoint: `${ISSUER}/logout` });
  const asked = { client_id: 'otklik', post_logout_redirect_uri: returnTo.href };
  const withSession = await client.endUrl('token', returnTo);
  expect(`${withSession?.origin}${withSession?.pathname}`).toBe(`${ISSUER}/logout`);
  expect(Object.fromEntries(withSession!.searchParams)).toEqual({ ...asked, id_token_hint: 'token' });
  expect(Object.fromEntries((await client.endUrl(undefined, returnTo))!.searchParams)).toEqual(asked);
});

it('leads nowhere at a provider that has no such address', async () => {
  expect(await clientOf({}).endUrl('token', returnTo)).toBeUndefined();
});
