import { dropProperty, dropStatement, dropText, replaceCode, replaceReturn, takeThen } from './locate/change.js';
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
    test: 'takes no token that answers another request',
  },
  {
    name: 'esia: an ID token that anyone signed',
    in: 'gateway: EsiaClient.claims',
    change: replaceReturn("JSON.parse(Buffer.from(idToken.split('.')[1]!, 'base64url').toString())", 'jwtVerify'),
    spec: 'esia-client.spec.ts',
    test: 'takes no ID token with other-key',
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
  {
    name: 'own appeals: another’s is opened by its id',
    in: 'intake: OpenAppeal.openOwn',
    change: takeThen('own', 'person'),
    spec: 'own-appeal.int.spec.ts',
    test: 'is not there for another person',
  },
  {
    name: 'own appeals: those of all are listed',
    in: 'search: Applicants.ofIdentity',
    change: dropText('and identity = $2'),
    spec: 'own-appeals.int.spec.ts',
    test: 'lists what a person sent by the identity, the newest first, and nothing of another',
  },
  {
    name: 'own appeals: the identity in clear in the events',
    in: 'contracts: AppealReceived',
    change: replaceCode('subject: Type.Optional(Personal)', 'subject: Type.Optional(Type.String())'),
    spec: 'own-appeal.int.spec.ts',
    test: 'bears the identity sealed alone, in events and in tables',
  },
  {
    name: 'esia: one network begins any number of sign-ins',
    in: 'gateway: oidcRoutes',
    change: dropStatement('admit', 'request'),
    spec: 'esia.int.spec.ts',
    test: 'lets one network begin so many sign-ins in a quarter of an hour, and no more',
  },
];
