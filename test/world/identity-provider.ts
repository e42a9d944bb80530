import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the installation takes sign-ins back. */
  serve(redirectUri: string): void;
  stop(): Promise<void>;
}

/** Anyone may sign in by any login; profile claims are at the userinfo endpoint alone, as with Госуслуги. */
const accounts = (login: string) => ({
  accountId: login,
  claims: () => ({ sub: login, family_name: 'Иванов', given_name: 'Пётр', middle_name: 'Сергеевич' }),
});

/** A real OIDC provider of residents for specs, on a port of its own; its pages are the library's development pages. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  let handler: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => {
    if (!handler) return void response.writeHead(503).end();
    void handler(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'otklik-residents', clientSecret: 'a secret of this spec' };
  return {
    issuer,
    ...client,
    serve: (redirectUri) => {
      const configuration: Configuration = {
        clients: [
          {
            client_id: client.clientId,
            client_secret: client.clientSecret,
            redirect_uris: [redirectUri],
            post_logout_redirect_uris: [new URL('/', redirectUri).href],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        claims: { openid: ['sub'], profile: ['family_name', 'given_name', 'middle_name', 'name'] },
        findAccount: (_, login) => accounts(login),
        cookies: { keys: ['of this spec'] },
        pkce: { required: () => true },
      };
      handler = new Provider(issuer, configuration).callback();
    },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
