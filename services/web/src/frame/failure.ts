import type { CombinedError } from '@urql/core';

/** What went wrong, by the code of docs/errors; the message is the server's, in the official's language. */
export interface Failure {
  /** `NETWORK` when no answer came. */
  readonly code: string;
  readonly message: string;
  /** The input's field that is wrong, `input.text`. */
  readonly field?: string;
  /** Everything that is wrong with the input, this first. */
  readonly faults?: readonly FieldFault[];
}

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

export function failureOf(error: CombinedError): Failure {
  const [first] = error.graphQLErrors;
  if (!first) return { code: 'NETWORK', message: '' };
  const { code, path } = first.extensions as { code?: string; path?: string };
  return { code: code ?? 'INTERNAL', message: first.message, ...(path !== undefined && { field: path }) };
}

/** What a mutation's refusal says; one that was asked without `path` and `faults` names no fields. */
export interface RefusalAnswer {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[];
  readonly faults?: readonly { readonly message: string; readonly path: readonly string[] }[];
}

export function failureOfRefusal({ code, message, path = [], faults = [] }: RefusalAnswer): Failure {
  const atFields = faults.filter((fault) => fault.path.length > 0);
  return {
    code,
    message,
    ...(path.length !== 0 && { field: path.join('.') }),
    ...(atFields.length !== 0 && {
      faults: atFields.map((fault) => ({ field: fault.path.join('.'), message: fault.message })),
    }),
  };
}

/** What is wrong with a field, `input.url`; empty where nothing is. */
export function faultAt(failure: Failure | undefined, field: string): string {
  if (failure?.field === field) return failure.message;
  return failure?.faults?.find((fault) => fault.field === field)?.message ?? '';
}

const SIGN_IN = '/session/sign-in';

/** Goes to the sign-in and comes back to this page. */
export function signIn(): void {
  location.assign(`${SIGN_IN}?to=${encodeURIComponent(location.pathname + location.search)}`);
}
