import { dropProperty, dropStatement, replaceReturn } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Sign-in of residents at ЕСИА. */
export const esiaMutants: readonly Mutant[] = [
  {
    name: 'esia: an answer to another sign-in',
    in: 'gateway: EsiaClient.finish',
    change: dropStatement('The state is of another sign-in.'),
    spec: 'esia-client.spec.ts',
    test: 'takes no answer to another sign-in, and asks for no token with its code',
  },
  {
    name: 'esia: a token that answers another request',
    in: 'gateway: EsiaClient.tokens',
    change: dropStatement('The token answers another request.'),
    spec: 'esia-client.spec.ts',
    test: 'does not take other-state',
  },
  {
    name: 'esia: an ID token that anyone signed',
    in: 'gateway: EsiaClient.claims',
    change: replaceReturn("JSON.parse(Buffer.from(idToken.split('.')[1]!, 'base64url').toString())", 'jwtVerify'),
    spec: 'esia-client.spec.ts',
    test: 'does not take other-key',
  },
  {
    name: 'esia: an account that is not confirmed',
    in: 'gateway: EsiaClient.finish',
    change: dropStatement('NOT_CONFIRMED'),
    spec: 'esia-client.spec.ts',
    test: 'is refused to an account that is not confirmed',
  },
  {
    name: 'esia: the signer sees the secrets of the process',
    in: 'gateway: askProgram',
    change: dropProperty('env'),
    spec: 'request-signer.spec.ts',
    test: 'sees no variable of the process',
  },
  {
    name: 'sign-in: one that began long ago',
    in: 'gateway: attemptOf',
    change: replaceReturn('attempt', 'ATTEMPT_MAX_AGE_S'),
    spec: 'session-pages.spec.ts',
    test: 'takes no sign-in that began more than half an hour ago',
  },
];
