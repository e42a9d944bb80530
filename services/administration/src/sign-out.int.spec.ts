import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { CLIENT_ID } from './adapters/oidc/provider.js';
import {
  cookiesOf,
  ORIGIN,
  PASSWORD,
  pathOf,
  signInUnderTest,
  type SignInUnderTest,
} from './testing/sign-in.fixture.js';

let signIn: SignInUnderTest;
beforeAll(async () => void (signIn = await signInUnderTest()));
afterAll(() => signIn.close());
beforeEach(async () => {
  signIn.clock.at += 60_000;
  await signIn.setPassword('executor');
});

const VERIFIER = 'v'.repeat(43);
const challenge = createHash('sha256').update(VERIFIER).digest('base64url');

interface SignedIn {
  /** The browser's, at the provider. */
  readonly cookie: string;
  readonly code: string;
}

/** From the password to the code that the gateway gets. */
async function signedIn(): Promise<SignedIn> {
  const begun = await signIn.begin({ code_challenge: challenge });
  const given = await signIn.post(begun.url, { login: 'executor', password: PASSWORD }, begun);
  const resumed = await signIn.get(pathOf(given.headers.location!), begun);
  const code = new URL(resumed.headers.location!).searchParams.get('code')!;
  return { cookie: cookiesOf(resumed), code };
}

/** As the gateway does, from no page. */
const exchange = ({ code }: SignedIn) =>
  signIn.web.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: VERIFIER,
      redirect_uri: `${ORIGIN}/session/callback`,
      client_id: CLIENT_ID,
      client_secret: Buffer.alloc(32, 'oidc-client').toString('base64url'),
    }).toString(),
  });

const providerSessions = async (): Promise<number> => {
  const { rows } = await signIn.database
    .scope(0)
    .query(`select from administration.provider_item where kind = 'Session' and payload->>'accountId' = 'executor'`);
  return rows.length;
};

it('leaves no session of the provider once the gateway has its own', async () => {
  const one = await signedIn();
  expect(await providerSessions()).toBe(1);
  const answer = await exchange(one);
  const [, claims] = answer.json<{ id_token: string }>().id_token.split('.');
  const { sub, auth_time } = JSON.parse(Buffer.from(claims!, 'base64url').toString()) as Record<string, unknown>;
  expect({ sub, auth_time }).toEqual({ sub: 'executor', auth_time: Math.floor(signIn.clock.at / 1_000) });
  expect(await providerSessions()).toBe(0);
});

it('asks for the password also when the request does not, before and after the gateway has its session', async () => {
  const one = await signedIn();
  const ask = () => signIn.begin({ prompt: undefined, code_challenge: challenge }, one.cookie);
  const passwordAsked = async () => {
    const { url, cookie } = await ask();
    const { body } = await signIn.get(url, { cookie: `${one.cookie}; ${cookie}` });
    return body.includes('name="password"');
  };
  expect(await passwordAsked()).toBe(true);
  await exchange(one);
  expect(await passwordAsked()).toBe(true);
  const silent = await signIn.get(
    `/oidc/auth?${new URLSearchParams({ client_id: CLIENT_ID, response_type: 'code', scope: 'openid', prompt: 'none', code_challenge: challenge, code_challenge_method: 'S256', redirect_uri: `${ORIGIN}/session/callback` })}`,
    one,
  );
  expect(silent.headers.location).toContain('error=login_required');
});

it('ends with a new password: a code that was not exchanged, a sign-in that was not finished, sessions from before', async () => {
  const [given, other] = [await signedIn(), await signIn.begin({ code_challenge: challenge })];
  const shown = await signIn.post(other.url, { login: 'executor', password: PASSWORD }, other);
  signIn.clock.at += 1_000;
  await signIn.setPassword('executor', 'девять бодрых выдр у Лены');
  expect((await exchange(given)).statusCode).toBe(400);
  const resumed = await signIn.get(pathOf(shown.headers.location!), other);
  expect(resumed.headers.location ?? '').not.toContain('code=');
  const { rows } = await signIn.database
    .scope(0)
    .query<{ at: Date }>(`select at from directory.sign_in_end where login = 'executor'`);
  expect(rows).toEqual([{ at: new Date(signIn.clock.at) }]);
});

it('of one login leaves those of others', async () => {
  const given = await signedIn();
  await signIn.setPassword('head');
  expect((await exchange(given)).statusCode).toBe(200);
});
