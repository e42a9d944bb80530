import { Unavailable } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { authorizationCodeGrant, Configuration, CustomFetch, UserInfoResponse } from 'openid-client';
import { SignInRejected, type SignedIn, type SignInAttempt, type SignInProvider } from './sign-in-provider.js';

/** The OIDC provider at which browsers sign in; the gateway is its confidential client. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim of the ID token that is the official's login. */
  readonly loginClaim: string;
  /** `openid` when absent. */
  readonly scope?: string;
  /** Asks for the person's name where the ID token has none. */
  readonly wantsName?: boolean;
  /** Instead of the network, to a provider that the gateway itself serves. */
  readonly fetch?: CustomFetch;
}

/** Authorization code with PKCE (RFC 7636), state and nonce. Tokens stay in this process. */
export class OidcClient implements SignInProvider {
  private discovered: Promise<Configuration> | undefined;
  private discoveredAt = 0;

  constructor(
    private readonly provider: ProviderSettings,
    private readonly callback: URL,
  ) {}

  async begin(to: string): Promise<{ readonly url: URL; readonly attempt: SignInAttempt }> {
    const client = await import('openid-client');
    const configuration = await this.configuration();
    const verifier = client.randomPKCECodeVerifier();
    const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier, to };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback.href,
      scope: this.provider.scope ?? 'openid',
      // Another person may sit at the same desk: the provider asks again.
      prompt: 'login',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url, attempt };
  }

  async finish(query: string, { state, nonce, verifier }: SignInAttempt): Promise<SignedIn> {
    const client = await import('openid-client');
    const configuration = await this.configuration();
    const answered = new URL(this.callback);
    answered.search = query;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answered, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const subject = claims?.[this.provider.loginClaim];
      if (typeof subject !== 'string' || !tokens.id_token) throw new SignInRejected('The ID token names no login.');
      const authenticatedAt = claims?.auth_time;
      return { subject, idToken: tokens.id_token, authenticatedAt, ...(await this.named(configuration, tokens)) };
    } catch (error) {
      throw isOutage(error) ? new Unavailable('the OIDC provider', { cause: error }) : rejected(error);
    }
  }

  private async named(
    configuration: Configuration,
    tokens: Awaited<ReturnType<typeof authorizationCodeGrant>>,
  ): Promise<{ readonly name?: string }> {
    if (this.provider.wantsName !== true) return {};
    const claims = tokens.claims()!;
    const own = nameOf(claims);
    if (own !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined)
      return own === undefined ? {} : { name: own };
    const client = await import('openid-client');
    const name = nameOf(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub));
    return name === undefined ? {} : { name };
  }

  /** Where the provider ends its own session (RP-initiated logout); undefined when it offers none or does not answer. */
  async endUrl(idToken: string | undefined, returnTo: URL): Promise<URL | undefined> {
    try {
      const client = await import('openid-client');
      const configuration = await this.configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(
        configuration,
        compact({ post_logout_redirect_uri: returnTo.href, id_token_hint: idToken }),
      );
    } catch (error) {
      // Our own session has ended already; the provider's ends by itself.
      if (error instanceof Unavailable) return undefined;
      throw error;
    }
  }

  private configuration(): Promise<Configuration> {
    const isOld = performance.now() - this.discoveredAt > DISCOVERY_TTL_MS;
    if (this.discovered && !isOld) return this.discovered;
    this.discoveredAt = performance.now();
    this.discovered = this.discover().catch((error: unknown) => {
      this.discovered = undefined;
      throw new Unavailable('the OIDC provider', { cause: error });
    });
    return this.discovered;
  }

  private async discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret, fetch } = this.provider;
    const isPlain = issuer.protocol === 'http:';
    return client.discovery(issuer, clientId, undefined, client.ClientSecretPost(clientSecret), {
      // The signature is checked even where TLS vouches for the token endpoint; an unknown key is fetched.
      execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
      timeout: TIMEOUT_S,
      ...(fetch && { [client.customFetch]: fetch }),
    });
  }
}

const TIMEOUT_S = 10;
/** With it the provider's keys are read again, so that a rotated key is known at the next sign-in. */
const DISCOVERY_TTL_MS = 10_000;

const MAX_NAME_LENGTH = 200;

/** Surname first, as in a letter of an applicant, where the parts are given (OpenID Connect Core §5.1). */
function nameOf(claims: Partial<UserInfoResponse>): string | undefined {
  const { family_name: family, given_name: given, middle_name: middle, name } = claims;
  const parts = family && given ? [family, given, middle] : [name];
  const text = parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(' ');
  return text === '' ? undefined : text.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME_LENGTH);
}

/** No answer, or a server error: the official may try again later. */
function isOutage(error: unknown): boolean {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  return error instanceof TypeError || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || answered(error) >= 500;
}

/** The status of the provider's answer; where that was no answer of OAuth, the library keeps it as the cause. 0: none. */
function answered(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0;
  const { status, cause } = error as { readonly status?: unknown; readonly cause?: unknown };
  return typeof status === 'number' ? status : answered(cause);
}

function rejected(error: unknown): SignInRejected {
  return error instanceof SignInRejected ? error : new SignInRejected('The sign-in was rejected.', { cause: error });
}
