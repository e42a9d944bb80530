import { beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@otklik/host';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { OidcClient, type ProviderSettings } from './oidc-client.js';
import { SignInRejected, type SignInAttempt } from './sign-in-provider.js';

const ISSUER = 'https://id.example';
const CALLBACK = new URL('https://otklik.example/session/callback');
const CODE = 'a-code';

let key: CryptoKey;
let published: JWK;
let otherKey: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  [key, published] = [pair.privateKey, { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS256' }];
  otherKey = (await generateKeyPair('RS256')).privateKey;
});

interface Provider {
  /** Claims of its ID token; none when absent. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined;
  readonly signedBy?: CryptoKey;
  readonly tokenStatus?: number;
}

/** A provider in memory, and what was sent to its token endpoint. */
function at(provider: (attempt: SignInAttempt) => Provider, more: Partial<ProviderSettings> = {}) {
  const sent: URLSearchParams[] = [];
  let attempt: SignInAttempt;
  const idToken = async ({ claims = {}, signedBy = key }: Provider): Promise<string> =>
    new SignJWT({ nonce: attempt.nonce, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(String(claims['iss'] ?? ISSUER))
      .setAudience(String(claims['aud'] ?? 'otklik'))
      .setSubject('aldan.moderator')
      .setIssuedAt()
      .setExpirationTime(String(claims['expires'] ?? '5m'))
      .sign(signedBy);
  const answers: Readonly<Record<string, (body: URLSearchParams) => Promise<Response>>> = {
    '/.well-known/openid-configuration': async () =>
      Response.json({
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/auth`,
        token_endpoint: `${ISSUER}/token`,
        jwks_uri: `${ISSUER}/jwks`,
      }),
    '/jwks': async () => Response.json({ keys: [published] }),
    '/token': async (body) => {
      sent.push(body);
      const given = provider(attempt);
      if (given.tokenStatus) return new Response('', { status: given.tokenStatus });
      const id_token = 'claims' in given && given.claims === undefined ? {} : { id_token: await idToken(given) };
      return Response.json({ access_token: 'a', token_type: 'bearer', ...id_token });
    },
  };
  const client = new OidcClient(
    {
      issuer: new URL(ISSUER),
      clientId: 'otklik',
      clientSecret: 'secret',
      loginClaim: 'sub',
      ...more,
      fetch: async (url, { body }) => answers[new URL(url).pathname]!(new URLSearchParams(String(body ?? ''))),
    },
    CALLBACK,
  );
  return {
    client,
    sent,
    /** Begins, and comes back with the state that was given, or with another. */
    async signIn(state?: string) {
      ({ attempt } = await client.begin('/desk'));
      return client.finish(`?code=${CODE}&state=${state ?? attempt.state}`, attempt);
    },
  };
}

const usual = () => ({});

describe('a sign-in', () => {
  it('asks the provider for the password again, and binds code, state and nonce to this browser', async () => {
    const { client } = at(usual);
    const [one, other] = [await client.begin('/desk'), await client.begin('/desk')];
    const asked = Object.fromEntries(one.url.searchParams);
    expect(asked).toEqual({
      client_id: 'otklik',
      response_type: 'code',
      redirect_uri: CALLBACK.href,
      scope: 'openid',
      prompt: 'login',
      state: one.attempt.state,
      nonce: one.attempt.nonce,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(asked['code_challenge']).not.toBe(one.attempt.verifier);
    for (const secret of ['state', 'nonce', 'verifier'] as const)
      expect(one.attempt[secret]).not.toBe(other.attempt[secret]);
    expect(one.attempt.to).toBe('/desk');
  });

  it('ends with who the provider names, by the code and the verifier of the same browser', async () => {
    const { signIn, sent } = at(() => ({ claims: { auth_time: 1_764_500_000 } }));
    expect(await signIn()).toEqual({
      subject: 'aldan.moderator',
      authenticatedAt: 1_764_500_000,
      idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect(Object.fromEntries(sent[0]!)).toMatchObject({
      code: CODE,
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it.each<[string, (attempt: SignInAttempt) => Provider]>([
    ['of another sign-in: its nonce is another', () => ({ claims: { nonce: 'of another' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ['of another provider', () => ({ claims: { iss: 'https://other.example' } })],
    ['for another client', () => ({ claims: { aud: 'other' } })],
    ['that is over', () => ({ claims: { expires: '-5m' } })],
    ['that the provider did not sign', () => ({ signedBy: otherKey })],
    ['that is missing', () => ({ claims: undefined })],
  ])('takes no ID token %s', async (_, provider) => {
    await expect(at(provider).signIn()).rejects.toBeInstanceOf(SignInRejected);
  });

  it('takes no answer to another sign-in', async () => {
    const { signIn, sent } = at(usual);
    await expect(signIn('another')).rejects.toBeInstanceOf(SignInRejected);
    expect(sent).toEqual([]);
  });

  it('takes no ID token that names no login', async () => {
    await expect(at(usual, { loginClaim: 'preferred_username' }).signIn()).rejects.toBeInstanceOf(SignInRejected);
  });

  it('may be tried again where the provider fails', async () => {
    await expect(at(() => ({ tokenStatus: 503 })).signIn()).rejects.toBeInstanceOf(Unavailable);
    await expect(at(() => ({ tokenStatus: 400 })).signIn()).rejects.toBeInstanceOf(SignInRejected);
  });
});

describe('the name of who signed in', () => {
  const named = async (claims: Readonly<Record<string, unknown>>) =>
    (await at(() => ({ claims }), { wantsName: true }).signIn()).name;

  it('begins with the surname where its parts are given', async () => {
    const parts = { family_name: ' Иванов', given_name: 'Пётр', middle_name: 'Сергеевич' };
    expect(await named({ ...parts, name: 'Пётр' })).toBe('Иванов Пётр Сергеевич');
    expect(await named({ ...parts, middle_name: ' ' })).toBe('Иванов Пётр');
    expect(await named({ family_name: 'Иванов', name: 'Пётр  Иванов' })).toBe('Пётр Иванов');
  });

  it('is two hundred letters at most, and left out where there is none or it is not asked for', async () => {
    expect(await named({ name: 'я'.repeat(300) })).toHaveLength(200);
    expect(await named({})).toBeUndefined();
    expect((await at(() => ({ claims: { name: 'Пётр' } })).signIn()).name).toBeUndefined();
  });
});
