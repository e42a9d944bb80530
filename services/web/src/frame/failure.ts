import type { CombinedError } from '@urql/core';

/** What went wrong, by the code of docs/errors; the message is the server's, in the official's language. */
export interface Failure {
  /** `NETWORK` when no answer came. */
  readonly code: string;
  readonly message: string;
  /** The input's field that is wrong, `input.text`. */
  readonly field?: string;
}

export function failureOf(error: CombinedError): Failure {
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'NETWORK', message: '' };
  const { code, path } = first.extensions as { code?: string; path?: string };
  return { code: code ?? 'INTERNAL', message: first.message, ...(path === undefined ? {} : { field: path }) };
}

const SIGN_IN = '/session/sign-in';

/** Goes to the sign-in and comes back to this page. */
export function signIn(): void {
  location.assign(`${SIGN_IN}?to=${encodeURIComponent(location.pathname + location.search)}`);
}
