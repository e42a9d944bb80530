import type { Mutant } from './mutants.js';

const ACCESS = 'services/gateway/src/access';
const ADMINISTRATION = 'services/administration/src';
const MEMORY = `${ADMINISTRATION}/adapters/memory`;
const PROOFS = { file: `${ACCESS}/proofs.ts`, spec: `${ACCESS}/proofs.spec.ts` };
const ATTEMPTS = { file: `${ACCESS}/attempts.ts`, spec: `${ACCESS}/attempts.spec.ts` };
const LIMITS = { file: `${ADMINISTRATION}/application/attempts.ts`, spec: `${MEMORY}/memory-attempts.spec.ts` };
const CODES = { file: `${MEMORY}/memory-attempts.ts`, spec: `${MEMORY}/memory-attempts.spec.ts` };
const PASSWORDS = {
  file: `${ADMINISTRATION}/application/password-attempts.ts`,
  spec: `${ADMINISTRATION}/application/password-attempts.spec.ts`,
};
const WORK = {
  file: `${ADMINISTRATION}/application/work-challenges.ts`,
  spec: `${ADMINISTRATION}/application/work-challenges.spec.ts`,
};
const SUBSCRIPTIONS = {
  spec: 'services/gateway/src/live/socket.spec.ts',
  test: 'takes twenty subscriptions of one socket, and refuses one more until one has ended',
};
const OIDC = {
  file: 'services/gateway/src/session/oidc-client.ts',
  spec: 'services/gateway/src/session/oidc-client.spec.ts',
};
const BOUNDS = {
  file: 'services/search/src/fulltext/adapters/graphql/search-bounds.ts',
  spec: 'services/search/src/fulltext/adapters/graphql/search-bounds.spec.ts',
};
const GATEWAY = { file: 'services/gateway/src/config.ts', spec: 'services/gateway/src/config.spec.ts' };
const INTAKE = { file: 'services/intake/src/config.ts', spec: 'services/intake/src/config.spec.ts' };

const BACK = 'an address and a district have their operations back after a minute';
const LATER = 'codes may be tried and links asked for again after a quarter of an hour';
const UNCOUNTED = 'counts nothing that the process itself does, and nothing where the operator sets no limit';
const FIVE = 'are five from one place within a quarter of an hour';
const SPENT = 'stays spent for as long as it would be valid';
const DEFAULTS = 'limits what may be sent without an account';

/** Of how often and for how long: tries, proofs, the numbers of limits, and what a sign-in at a provider compares. */
export const attemptMutants: readonly Mutant[] = [
  {
    ...PROOFS,
    name: 'challenge: a spent proof that is forgotten after a tenth of its time',
    find: '({ max: MAX_REMEMBERED })',
    replace: '({ max: MAX_REMEMBERED, ttl: VALID_MS / 10 })',
    test: SPENT,
  },
  {
    ...PROOFS,
    name: 'challenge: only ten spent proofs that are remembered',
    find: 'const MAX_REMEMBERED = 100_000;',
    replace: 'const MAX_REMEMBERED = 10;',
    test: 'stays spent whatever else is spent in a rush',
  },
  {
    ...PROOFS,
    name: 'challenge: valid for five hours',
    find: 'const VALID_MS = 30 * MINUTE_MS;',
    replace: 'const VALID_MS = 300 * MINUTE_MS;',
    test: 'is valid for half an hour, in which a form may be corrected',
  },
  {
    ...PROOFS,
    name: 'challenge: half of the work',
    find: 'const ZERO_BITS = 14;',
    replace: 'const ZERO_BITS = 13;',
    test: 'asks for 14 zero bits, a second of a phone',
  },
  {
    ...ATTEMPTS,
    name: 'limits: ten times as many operations by work',
    find: 'work: 10, sum: 1',
    replace: 'work: 100, sum: 1',
    test: 'takes ten times as many operations with work as without',
  },
  {
    ...ATTEMPTS,
    name: 'limits: a minute of six seconds',
    find: 'const MINUTE_S = 60;',
    replace: 'const MINUTE_S = 6;',
    test: BACK,
  },
  {
    ...ATTEMPTS,
    name: 'limits: wrong codes that are forgiven after a minute',
    find: 'limiter(limits.codeTries, QUARTER_HOUR_S)',
    replace: 'limiter(limits.codeTries, MINUTE_S)',
    test: LATER,
  },
  {
    ...ATTEMPTS,
    name: 'limits: links that may be asked for again after a minute',
    find: 'limiter(limits.linkTries, QUARTER_HOUR_S)',
    replace: 'limiter(limits.linkTries, MINUTE_S)',
    test: LATER,
  },
  {
    ...ATTEMPTS,
    name: 'limits: no limit that is a limit of nothing',
    find: 'return points === 0 ? undefined',
    replace: 'return points < 0 ? undefined',
    test: UNCOUNTED,
  },
  {
    ...ATTEMPTS,
    name: 'limits: links of the process itself that are counted',
    find: 'address === undefined ? undefined : demand(links, `${district}/${networkOf(address)}`)',
    replace: "demand(links, `${district}/${networkOf(address ?? '')}`)",
    test: UNCOUNTED,
  },
  {
    name: 'limits: subscriptions of a socket without a number',
    file: 'services/gateway/src/live/socket.ts',
    find: 'const MAX_SUBSCRIPTIONS_PER_SOCKET = 20;',
    replace: 'const MAX_SUBSCRIPTIONS_PER_SOCKET = 1e9;',
    ...SUBSCRIPTIONS,
  },
  {
    name: 'limits: nineteen subscriptions of a socket',
    file: 'services/gateway/src/live/socket.ts',
    find: '.length > MAX_SUBSCRIPTIONS_PER_SOCKET',
    replace: '.length >= MAX_SUBSCRIPTIONS_PER_SOCKET',
    ...SUBSCRIPTIONS,
  },
  {
    name: 'limits: twenty-one subscriptions of a socket',
    file: 'services/gateway/src/live/socket.ts',
    find: '.length > MAX_SUBSCRIPTIONS_PER_SOCKET',
    replace: '.length - 1 > MAX_SUBSCRIPTIONS_PER_SOCKET',
    ...SUBSCRIPTIONS,
  },
  {
    ...BOUNDS,
    name: 'limits: four hundred searches of a district that wait',
    find: 'running: 3, waiting: 40 }',
    replace: 'running: 3, waiting: 400 }',
    test: 'runs three searches of a district at once, lets forty wait',
  },
  {
    ...GATEWAY,
    name: 'limits: ten times as many operations from one address, unless the operator says so',
    find: "a minute from one address', 120)",
    replace: "a minute from one address', 1_200)",
    test: DEFAULTS,
  },
  {
    ...GATEWAY,
    name: 'limits: a hundred wrong codes, unless the operator says so',
    find: "from one address in 15 minutes', 10),\n  linkTries",
    replace: "from one address in 15 minutes', 100),\n  linkTries",
    test: DEFAULTS,
  },
  {
    ...GATEWAY,
    name: 'limits: an operation that may cost anything, unless the operator says so',
    find: 'fallback: 10_000,\n    min: 100,\n    max: 1e7,',
    replace: 'fallback: 1e7,\n    min: 100,\n    max: 1e7,',
    test: DEFAULTS,
  },
  {
    ...INTAKE,
    name: 'limits: thirty links for one lost code, unless the operator says so',
    find: "a number in an hour', 3)",
    replace: "a number in an hour', 30)",
    test: DEFAULTS,
  },
  {
    ...INTAKE,
    name: 'limits: six hundred files from one address, unless the operator says so',
    find: "from one address in 10 minutes', 60)",
    replace: "from one address in 10 minutes', 600)",
    test: DEFAULTS,
  },
  {
    ...LIMITS,
    name: 'tries: a pause of one minute',
    find: 'ATTEMPTS_PAUSE_MINUTES = 15',
    replace: 'ATTEMPTS_PAUSE_MINUTES = 1',
    test: FIVE,
  },
  {
    ...LIMITS,
    name: 'tries: a code of the second factor that may be tried fifty times',
    find: 'MAX_ATTEMPTS_OF_LOGIN = 5;',
    replace: 'MAX_ATTEMPTS_OF_LOGIN = 50;',
    test: FIVE,
  },
  {
    ...CODES,
    name: 'tries: codes without a limit of their network',
    find: 'await this.byNetwork.consume(network);',
    replace: '',
    test: 'are fifty of a network, whatever the logins',
  },
  {
    ...CODES,
    name: 'tries: one login written in two ways that is two',
    find: 'login.trim().toLowerCase()',
    replace: 'login',
    test: FIVE,
  },
  {
    ...CODES,
    name: 'tries: a right code that takes one from its network',
    find: 'await this.byNetwork.reward(network);',
    replace: '',
    test: 'begin anew after a right one, which costs its network nothing',
  },
  {
    name: 'tries: codes of the second factor without a limit',
    file: `${ADMINISTRATION}/application/check-credentials.ts`,
    find: "if (left === undefined) return { outcome: 'PAUSED' };",
    replace: '',
    spec: `${ADMINISTRATION}/sign-in.int.spec.ts`,
    test: 'is set up where the district demands it, and then asked for; a code works once',
  },
  {
    ...PASSWORDS,
    name: 'tries: strangers who use up those of the owner’s device',
    find: 'if (origin.device !== undefined) return [ofPlace];',
    replace: '',
    test: 'cost work after fifty of a login from all networks but from a known device',
  },
  {
    ...PASSWORDS,
    name: 'tries: the owner’s right password that forgives those of strangers',
    find: 'if (origin.device !== undefined) return;',
    replace: '',
    test: 'cost work after fifty of a login from all networks but from a known device',
  },
  {
    ...PASSWORDS,
    name: 'tries: less work than was asked for',
    find: 'if (workBits < zeroBits) return { zeroBits };',
    replace: 'if (workBits < 1) return { zeroBits };',
    test: 'are taken by the work that is asked for',
  },
  {
    ...PASSWORDS,
    name: 'tries: work that never grows',
    find: 'await this.worked.consume(place);',
    replace: '',
    test: 'are taken by the work that is asked for',
  },
  {
    ...PASSWORDS,
    name: 'tries: work that is forgotten after six minutes',
    find: 'const WORK_DURATION_S = 3_600;',
    replace: 'const WORK_DURATION_S = 360;',
    test: 'are taken by the work that is asked for',
  },
  {
    ...WORK,
    name: 'work: a spent one that is forgotten after a tenth of its time',
    find: '({ max: MAX_REMEMBERED })',
    replace: '({ max: MAX_REMEMBERED, ttl: VALID_MS / 10 })',
    test: SPENT,
  },
  {
    ...WORK,
    name: 'work: only ten spent ones that are remembered',
    find: 'const MAX_REMEMBERED = 100_000;',
    replace: 'const MAX_REMEMBERED = 10;',
    test: SPENT,
  },
  {
    ...WORK,
    name: 'work: for one login that opens another',
    find: 'asked.login !== ofLogin(login)',
    replace: 'asked.login.length === 0',
    test: 'counts once, for the login that it was asked of',
  },
  {
    ...WORK,
    name: 'work: for ever',
    find: 'Date.parse(this.clock.now()) >= asked.until',
    replace: 'asked.until === 0',
    test: 'is valid for a quarter of an hour',
  },
  {
    ...WORK,
    name: 'work: an answer that may be guessed until it is right',
    find: 'this.taken.set(token, true);',
    replace: 'if (n.length > 6) this.taken.set(token, true);',
    test: 'is spent by a wrong answer',
  },
  {
    ...WORK,
    name: 'work: that nobody did',
    find: 'n, asked.zeroBits) ?',
    replace: 'n, 0) ?',
    test: 'is spent by a wrong answer',
  },
  {
    ...OIDC,
    name: 'sign-in: a provider that does not ask for the password again',
    find: "prompt: 'login',",
    replace: '',
    test: 'asks the provider for the password anew',
  },
  {
    ...OIDC,
    name: 'sign-in: a nonce that nobody compares',
    find: 'expectedNonce: nonce,',
    replace: '',
    test: 'takes no ID token without a nonce',
  },
  {
    ...OIDC,
    name: 'sign-in: a state that nobody compares',
    find: 'expectedState: state,',
    replace: 'expectedState: state && client.skipStateCheck,',
    test: 'takes no answer to another sign-in',
  },
  {
    ...OIDC,
    name: 'sign-in: an ID token that anyone signed',
    find: 'execute: [client.enableNonRepudiationChecks, ...',
    replace: 'execute: [...',
    test: 'takes no ID token that the provider did not sign',
  },
  {
    ...OIDC,
    name: 'sign-in: one code challenge for all browsers',
    find: 'const verifier = client.randomPKCECodeVerifier();',
    replace: "const verifier = 'a'.repeat(43);",
    test: 'asks the provider for the password anew, and binds code, state and nonce to this browser',
  },
  {
    ...OIDC,
    name: 'sign-in: an outage that counts as a forgery',
    find: 'answered(error) >= 500',
    replace: 'answered(error) >= 600',
    test: 'may be tried again where the provider fails',
  },
];
