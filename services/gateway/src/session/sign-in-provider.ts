/** What the browser carries, sealed, from the redirect to the callback. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go after sign-in. */
  readonly to: string;
}

export interface SignedIn {
  readonly subject: string;
  readonly idToken: string;
  /** When the provider saw the password (`auth_time`), in seconds since 1970; undefined where it does not say. */
  readonly authenticatedAt?: number | undefined;
  readonly name?: string;
}

/** NOT_CONFIRMED: the provider knows the account, but has not checked whose it is. */
export type RejectionReason = 'REJECTED' | 'NOT_CONFIRMED';

/** The provider's answer cannot begin a session: forged, repeated, too late, or the person cancelled. */
export class SignInRejected extends Error {
  override readonly name = 'SignInRejected';
  readonly reason: RejectionReason;

  constructor(message: string, options: { readonly cause?: unknown; readonly reason?: RejectionReason } = {}) {
    super(message, { cause: options.cause });
    this.reason = options.reason ?? 'REJECTED';
  }
}

/** A provider at which browsers sign in; tokens stay in this process. */
export interface SignInProvider {
  /** Throws `Unavailable` while the provider does not answer. */
  begin(to: string): Promise<{ readonly url: URL; readonly attempt: SignInAttempt }>;
  /** `query`: of the callback. Throws `SignInRejected`, `Unavailable`. */
  finish(query: string, attempt: SignInAttempt): Promise<SignedIn>;
  /** Where the provider ends its own session; undefined when it offers none or does not answer. */
  endUrl(idToken: string | undefined, returnTo: URL): Promise<URL | undefined>;
}
