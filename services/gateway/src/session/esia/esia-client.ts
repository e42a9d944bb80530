import { Unavailable } from '@otklik/host';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { SignInRejected, type SignedIn, type SignInAttempt, type SignInProvider } from '../sign-in-provider.js';
import { requestTime, sentParameters, signedText, type SignedParameters } from './esia-request.js';
import type { EsiaSettings } from './esia-settings.js';
import type { SignedStep } from './request-signer.js';

/** Only what an appeal needs: who it is, and the name (59-FZ art. 7(3)). */
const SCOPE = 'openid fullname';
const TIMEOUT_MS = 10_000;
const CLOCK_TOLERANCE_S = 60;
const MAX_TOKEN_AGE_S = 10 * 60;
const MAX_NAME_LENGTH = 200;
/** Its tokens bear none. */
const NO_NONCE = '';
/** The person declined, or the code is of another sign-in or used. All else is ЕСИА's fault or ours: nothing that the person does mends it. */
const OF_THE_PERSON = ['ESIA-007004', 'ESIA-007011', 'ESIA-007040'];
const ACCOUNT_NOT_CONFIRMED = 'ESIA-007055';

/**
 * ЕСИА, which is no plain OIDC: each request bears its own GOST signature, there is no discovery, no secret and no nonce, and the
 * person's name is asked for at an address with the person's number. The request for the token has a state of its own, which its answer repeats.
 */
export class EsiaClient implements SignInProvider {
  constructor(
    private readonly settings: EsiaSettings,
    private readonly callback: URL,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async begin(to: string): Promise<{ readonly url: URL; readonly attempt: SignInAttempt }> {
    const attempt = { state: randomUUID(), nonce: NO_NONCE, verifier: randomBytes(32).toString('base64url'), to };
    const url = new URL('/aas/oauth2/v2/ac', this.settings.url);
    const challenge = createHash('sha256').update(attempt.verifier).digest('base64url');
    const parameters = {
      ...(await this.signed({ state: attempt.state }, 'begin')),
      response_type: 'code',
      access_type: 'online',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { url, attempt };
  }

  async finish(query: string, { state, verifier }: SignInAttempt): Promise<SignedIn> {
    const answered = new URLSearchParams(query);
    if (answered.getAll('state').join() !== state) throw new SignInRejected('The state is of another sign-in.');
    if (answered.has('error')) throw failed(answered.get('error_description'), 'without a number');
    const code = answered.get('code');
    if (!code) throw new SignInRejected('The answer has no code.');
    const tokens = await this.tokens(code, verifier);
    const claims = await this.claims(tokens.idToken);
    const subject = personIn(claims.sub);
    const person = await this.person(subject, tokens.accessToken);
    if (person['trusted'] !== true)
      throw new SignInRejected('The account is not confirmed.', { reason: 'NOT_CONFIRMED' });
    const name = nameOf(person);
    const authenticatedAt = typeof claims['auth_time'] === 'number' ? claims['auth_time'] : undefined;
    // The token bears the person's number, and ЕСИА ends its session without it.
    return { subject, idToken: '', authenticatedAt, ...(name !== '' && { name }) };
  }

  endUrl(_: string | undefined, returnTo: URL): Promise<URL> {
    const url = new URL('/idp/ext/Logout', this.settings.url);
    url.searchParams.set('client_id', this.settings.clientId);
    url.searchParams.set('redirect_url', returnTo.href);
    return Promise.resolve(url);
  }

  private async signed(
    more: Pick<SignedParameters, 'state' | 'code'>,
    step: SignedStep,
  ): Promise<ReturnType<typeof sentParameters>> {
    const { clientId, certificateHash, signer } = this.settings;
    const timestamp = requestTime(this.now());
    const parameters = { clientId, scope: SCOPE, timestamp, redirectUri: this.callback.href, ...more };
    const signature = await signer.sign(Buffer.from(signedText(parameters)), step);
    return sentParameters(parameters, certificateHash, signature);
  }

  private async tokens(code: string, verifier: string) {
    const own = randomUUID();
    const parameters = {
      ...(await this.signed({ state: own, code }, 'finish')),
      grant_type: 'authorization_code',
      token_type: 'Bearer',
      code_verifier: verifier,
    };
    const answer = await this.ask('/aas/oauth2/v3/te', { method: 'POST', body: new URLSearchParams(parameters) });
    const { state, id_token: idToken, access_token: accessToken } = answer;
    if (state !== own) throw new SignInRejected('The token answers another request.');
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
        // Of the error its code alone: the claims are the person's.
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw unavailable(`ID token: ${codeOf(error)}`);
      }
    }
    throw unavailable('no known key signed the ID token');
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
    if (response.status >= 500) throw unavailable(`status ${response.status}`);
    if (!response.ok) throw failed(answer?.['error_description'], `status ${response.status}`);
    if (!answer) throw unavailable('the answer is not JSON');
    return answer;
  }
}

const unavailable = (why: string): Unavailable => new Unavailable('ЕСИА', { cause: new Error(why) });

function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? 'UNKNOWN';
}

/** The error's own number is all that is kept of what ЕСИА writes. */
function failed(description: unknown, otherwise: string): Error {
  const number = /^ESIA-\d{6}/.exec(String(description ?? ''))?.[0] ?? otherwise;
  if (number === ACCOUNT_NOT_CONFIRMED) return new SignInRejected(number, { reason: 'NOT_CONFIRMED' });
  return OF_THE_PERSON.includes(number) ? new SignInRejected(`ЕСИА refused: ${number}`) : unavailable(number);
}

/** A number beyond what JSON holds exactly would be another person's, too. */
function personIn(sub: unknown): string {
  const isExact = typeof sub === 'string' || Number.isSafeInteger(sub);
  if (isExact && /^\d{1,20}$/.test(String(sub))) return String(sub);
  throw unavailable('the ID token names no person');
}

/** Surname first; an account of a person without a patronymic has none. */
function nameOf({ lastName, firstName, middleName }: Readonly<Record<string, unknown>>): string {
  const parts = [lastName, firstName, middleName].filter((part) => typeof part === 'string');
  return parts.join(' ').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME_LENGTH);
}
