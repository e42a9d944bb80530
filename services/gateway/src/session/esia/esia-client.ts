import { Unavailable } from '@otklik/host';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { SignInRejected, type SignedIn, type SignInAttempt, type SignInProvider } from '../sign-in-provider.js';
import { requestTime, sentParameters, signedText, type SignedParameters } from './esia-request.js';
import type { EsiaSettings } from './esia-settings.js';

/** Only what an appeal needs: who it is, and the name (59-FZ art. 7(3)). */
const SCOPE = 'openid fullname';
const TIMEOUT_MS = 10_000;
const CLOCK_TOLERANCE_S = 60;
const MAX_TOKEN_AGE_S = 10 * 60;
const MAX_NAME_LENGTH = 200;
/** ЕСИА itself fails, or is overloaded: the person may try again. */
const OUTAGES = ['ESIA-007007', 'ESIA-007008'];
const ACCOUNT_NOT_CONFIRMED = 'ESIA-007055';

/**
 * ЕСИА, which is no plain OIDC: each request bears its own GOST signature, there is no discovery, no secret and no nonce, and the
 * person's name is asked for at an address with the person's number. The state of the request for the token takes the nonce's place.
 */
export class EsiaClient implements SignInProvider {
  constructor(
    private readonly settings: EsiaSettings,
    private readonly callback: URL,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async begin(to: string): Promise<{ readonly url: URL; readonly attempt: SignInAttempt }> {
    const attempt = { state: randomUUID(), nonce: randomUUID(), verifier: randomBytes(32).toString('base64url'), to };
    const url = new URL('/aas/oauth2/v2/ac', this.settings.url);
    const challenge = createHash('sha256').update(attempt.verifier).digest('base64url');
    const parameters = {
      ...(await this.signed({ state: attempt.state })),
      response_type: 'code',
      access_type: 'online',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { url, attempt };
  }

  async finish(query: string, { state, nonce, verifier }: SignInAttempt): Promise<SignedIn> {
    const answered = new URLSearchParams(query);
    if (answered.getAll('state').join() !== state) throw new SignInRejected('The state is of another sign-in.');
    if (answered.has('error')) throw failed(answered.get('error'), answered.get('error_description'));
    const code = answered.get('code');
    if (!code) throw new SignInRejected('The answer has no code.');
    const tokens = await this.tokens(code, nonce, verifier);
    const claims = await this.claims(tokens.idToken);
    const subject = String(claims.sub ?? '');
    if (!/^\d{1,20}$/.test(subject)) throw new SignInRejected('The ID token names no person.');
    const person = await this.person(subject, tokens.accessToken);
    if (person['trusted'] !== true)
      throw new SignInRejected('The account is not confirmed.', { reason: 'NOT_CONFIRMED' });
    const name = nameOf(person);
    const authenticatedAt = typeof claims['auth_time'] === 'number' ? claims['auth_time'] : undefined;
    return { subject, idToken: tokens.idToken, authenticatedAt, ...(name !== '' && { name }) };
  }

  endUrl(_: string | undefined, returnTo: URL): Promise<URL> {
    const url = new URL('/idp/ext/Logout', this.settings.url);
    url.searchParams.set('client_id', this.settings.clientId);
    url.searchParams.set('redirect_url', returnTo.href);
    return Promise.resolve(url);
  }

  private async signed(more: Pick<SignedParameters, 'state' | 'code'>): Promise<ReturnType<typeof sentParameters>> {
    const { clientId, certificateHash, signer } = this.settings;
    const timestamp = requestTime(this.now());
    const parameters = { clientId, scope: SCOPE, timestamp, redirectUri: this.callback.href, ...more };
    const signature = await signer.sign(Buffer.from(signedText(parameters)));
    return sentParameters(parameters, certificateHash, signature);
  }

  private async tokens(code: string, nonce: string, verifier: string) {
    const parameters = {
      ...(await this.signed({ state: nonce, code })),
      grant_type: 'authorization_code',
      token_type: 'Bearer',
      code_verifier: verifier,
    };
    const answer = await this.ask('/aas/oauth2/v3/te', { method: 'POST', body: new URLSearchParams(parameters) });
    const { state, id_token: idToken, access_token: accessToken } = answer;
    if (state !== nonce) throw new SignInRejected('The token answers another request.');
    if (typeof idToken !== 'string' || typeof accessToken !== 'string')
      throw new SignInRejected('The answer has no tokens.');
    return { idToken, accessToken };
  }

  /** Of an ID token that one of the known keys signed, for this system, not long ago. */
  private async claims(idToken: string): Promise<JWTPayload> {
    const { issuer, clientId: audience, tokenKeys } = this.settings;
    const rules: JWTVerifyOptions = {
      algorithms: ['RS256'],
      issuer,
      audience,
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: CLOCK_TOLERANCE_S,
      maxTokenAge: MAX_TOKEN_AGE_S,
      currentDate: this.now(),
    };
    for (const key of tokenKeys) {
      try {
        return (await jwtVerify(idToken, key, rules)).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed))
          throw new SignInRejected('The ID token is not valid.', { cause: error });
      }
    }
    throw new SignInRejected('No known key of ЕСИА signed the ID token.');
  }

  private person(subject: string, accessToken: string): Promise<Readonly<Record<string, unknown>>> {
    return this.ask(`/rs/prns/${subject}`, { headers: { authorization: `Bearer ${accessToken}` } });
  }

  /** Errors name the service alone: number and code of the person stand in addresses and bodies. */
  private async ask(path: string, request: RequestInit): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(new URL(path, this.settings.url), {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new Unavailable('ЕСИА', { cause: (error as { readonly cause?: unknown }).cause });
    });
    const body: unknown = await response.json().catch(() => undefined);
    const answer = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : undefined;
    if (response.status >= 500) throw new Unavailable('ЕСИА', { cause: new Error(`status ${response.status}`) });
    if (!response.ok) throw failed(answer?.['error'], answer?.['error_description']);
    if (!answer) throw new Unavailable('ЕСИА', { cause: new Error('the answer is not JSON') });
    return answer;
  }
}

/** The error's own number is all that is kept of what ЕСИА writes. */
function failed(error: unknown, description: unknown): Error {
  const number = /^ESIA-\d{6}/.exec(String(description ?? ''))?.[0] ?? 'without a number';
  if (OUTAGES.includes(number) || ['server_error', 'temporarily_unavailable'].includes(String(error)))
    return new Unavailable('ЕСИА', { cause: new Error(number) });
  return new SignInRejected(
    `ЕСИА refused: ${number}`,
    number === ACCOUNT_NOT_CONFIRMED ? { reason: 'NOT_CONFIRMED' } : {},
  );
}

/** Surname first; an account of a person without a patronymic has none. */
function nameOf({ lastName, firstName, middleName }: Readonly<Record<string, unknown>>): string {
  const parts = [lastName, firstName, middleName].filter((part) => typeof part === 'string');
  return parts.join(' ').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME_LENGTH);
}
