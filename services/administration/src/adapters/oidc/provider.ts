import { derivedSigningKey, PROVIDER_KEY_PURPOSE, PROVIDER_PATH } from '@otklik/host';
import type { Database, Directory } from '@otklik/tenancy';
import type {
  default as Provider,
  Adapter,
  Configuration,
  interactionPolicy,
  JWK,
  KoaContextWithOIDC,
} from 'oidc-provider';
import { ProviderItems } from '../postgres/provider-items.js';
import { FRONT_END_TTL_S, frontEndConfiguration, grantedTo, PublicClientItems } from './public-clients.js';

/** The gateway's client. Its secret derives from the installation's and needs no configuration. */
export const CLIENT_ID = 'otklik';
export const SIGN_IN_PATH = `${PROVIDER_PATH}/sign-in`;

export interface ProviderOptions {
  readonly origin: URL;
  readonly secret: (purpose: string) => Buffer;
  readonly database: Database;
  /** Of registered front-ends. */
  readonly directory: Pick<Directory, 'districts'>;
  /** That access tokens of front-ends name. */
  readonly audience: string;
  /** The page of an error, such as a sign-in that took too long. */
  readonly renderError: (context: KoaContextWithOIDC) => void;
}

const MINUTE_S = 60;
/** How long a sign-in may take, from the first page to the last. */
const INTERACTION_TTL_S = 30 * MINUTE_S;
/** The gateway keeps the session; what the provider keeps serves the one sign-in, and ends with it (`endSession`). */
const SIGN_IN_TTL_S = 5 * MINUTE_S;

/** Loaded at the first sign-in: the library takes as much memory as a service. */
export async function openProvider(options: ProviderOptions): Promise<Provider> {
  const { default: Made, interactionPolicy } = await import('oidc-provider');
  const { origin } = options;
  const policy = interactionPolicy.base();
  // Whatever the request asks for: the sign-in of an earlier user of the browser is never continued.
  const always = new interactionPolicy.Check(
    'always',
    'The official shows the password.',
    'login_required',
    ({ oidc }) => !oidc.result?.login,
  );
  policy.get('login')?.checks.add(always);
  const provider = new Made(new URL(PROVIDER_PATH, origin).href, configuration(options, policy));
  // The routes set X-Forwarded-Proto and X-Forwarded-Host to the origin, whatever the request had.
  provider.proxy = true;
  provider.use(async (context, next) => {
    await next();
    if (context.status < 400) await endSession(context as KoaContextWithOIDC);
  });
  return provider;
}

/** Once the gateway has its tokens: signing out there leaves no session here. */
async function endSession({ oidc }: Partial<KoaContextWithOIDC>): Promise<void> {
  const uid = oidc?.entities.AuthorizationCode?.sessionUid;
  if (oidc?.route !== 'token' || uid === undefined) return;
  const session = await oidc.provider.Session.findByUid(uid);
  await session?.destroy();
}

function configuration(
  { origin, secret, database, directory, audience, renderError }: ProviderOptions,
  policy: interactionPolicy.DefaultPolicy,
): Configuration {
  const suffix = origin.protocol === 'https:' ? '' : `-${origin.port || '80'}`;
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true } as const;
  const { resourceIndicators, ...frontEnds } = frontEndConfiguration(directory, audience);
  return {
    ...frontEnds,
    // Clients are only read: all the provider keeps is in its table.
    adapter: (kind) =>
      kind === 'Client' ? (new PublicClientItems(directory) as unknown as Adapter) : new ProviderItems(database, kind),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: secret('oidc-client').toString('base64url'),
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [new URL('/session/callback', origin).href],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
        // The gateway ends sessions whose password was shown before there was a new one.
        require_auth_time: true,
      },
    ],
    jwks: { keys: [derivedSigningKey(secret(PROVIDER_KEY_PURPOSE)) as JWK] },
    cookies: {
      keys: [secret('oidc-cookies')],
      names: { interaction: `otklik-in${suffix}`, resume: `otklik-resume${suffix}`, session: `otklik-idp${suffix}` },
      long: cookie,
      short: cookie,
    },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators,
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { policy, url: (_, { uid }) => `${SIGN_IN_PATH}/${uid}` },
    loadExistingGrant: (context) => grantFor(context, directory),
    renderError,
    ttl: {
      Interaction: INTERACTION_TTL_S,
      Session: SIGN_IN_TTL_S,
      Grant: (_, { clientId }) => (clientId === CLIENT_ID ? SIGN_IN_TTL_S : FRONT_END_TTL_S),
      RefreshToken: ({ oidc }) => oidc.entities.RotatedRefreshToken?.remainingTTL ?? FRONT_END_TTL_S,
      AuthorizationCode: MINUTE_S,
      AccessToken: (_, { resourceServer }) => resourceServer?.accessTokenTTL ?? MINUTE_S,
      IdToken: SIGN_IN_TTL_S,
    },
  };
}

/** No consent is asked for: who registered the front-end, an administrator of the district, has decided. */
async function grantFor({ oidc }: KoaContextWithOIDC, directory: Pick<Directory, 'districts'>) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  const granted = grantedTo(directory, client.clientId);
  if (granted) grant.addResourceScope(granted.resource, granted.scope);
  await grant.save();
  return grant;
}
