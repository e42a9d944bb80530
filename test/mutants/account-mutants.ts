import type { Mutant } from './mutants.js';

const ADMINISTRATION = 'services/administration/src';
const CREDENTIALS = `${ADMINISTRATION}/adapters/postgres/postgres-credentials.ts`;
const SECOND_FACTOR = `${ADMINISTRATION}/second-factor.int.spec.ts`;
const PASSWORD_ATTEMPTS = `${ADMINISTRATION}/password-attempts.int.spec.ts`;
const SIGN_OUT = `${ADMINISTRATION}/sign-out.int.spec.ts`;
const SESSION = 'services/gateway/src/session';

/** Of accounts of the embedded provider, and of what ends with them. */
export const accountMutants: readonly Mutant[] = [
  {
    name: 'account: a second factor that is set twice',
    file: CREDENTIALS,
    find: 'password: password ?? IsNull(), totp: IsNull() }',
    replace: 'password: password ?? IsNull() }',
    spec: SECOND_FACTOR,
    test: 'does not finish after the owner enrolled',
  },
  {
    name: 'account: a second factor that is set with an earlier password',
    file: `${ADMINISTRATION}/application/check-credentials.ts`,
    find: 'if (!account || fingerprint(account) !== password)',
    replace: 'if (!account || password === undefined)',
    spec: SECOND_FACTOR,
    test: 'does not finish after a new password',
  },
  {
    name: 'account: a session of the provider that outlives its sign-in',
    file: `${ADMINISTRATION}/adapters/oidc/provider.ts`,
    find: 'await session?.destroy();',
    replace: 'if (uid.length === 0) await session?.destroy();',
    spec: SIGN_OUT,
    test: 'leaves no session of the provider',
  },
  {
    name: 'account: a sign-in without the password',
    file: `${ADMINISTRATION}/adapters/oidc/provider.ts`,
    find: "policy.get('login')?.checks.add(always);",
    replace: "if (!always) policy.get('login')?.checks.add(always);",
    spec: SIGN_OUT,
    test: 'asks for the password also when the request does not',
  },
  {
    name: 'account: sessions that outlive a new password',
    file: `${SESSION}/postgres-session-store.ts`,
    find: 'session && !(await hasEnded(tables, session)) ? session',
    replace: 'session && !(await hasEnded(tables, { ...session, isResident: true })) ? session',
    spec: `${SESSION}/session.int.spec.ts`,
    test: 'ends with all of its official when there is a new password',
  },
  {
    name: 'account: a code that outlives a new password',
    file: CREDENTIALS,
    find: "`:login in (payload->>'accountId', payload#>>'{result,login,accountId}')`",
    replace: "`:login in (payload#>>'{result,login,accountId}')`",
    spec: SIGN_OUT,
    test: 'ends with a new password',
  },
  {
    name: 'account: a session that counts from later than its password',
    file: `${SESSION}/sessions.ts`,
    find: 'Math.min(at.getTime(), authenticatedAt * 1_000 + 999)',
    replace: 'Math.max(at.getTime(), authenticatedAt)',
    spec: `${SESSION}/sessions.spec.ts`,
    test: 'counts from when the provider saw the password',
  },
  {
    name: 'account: an official whom strangers shut out of a known device',
    file: `${ADMINISTRATION}/adapters/memory/memory-password-attempts.ts`,
    find: 'if (origin.device !== undefined) return [ofPlace];',
    replace: "if (origin.device === '') return [ofPlace];",
    spec: PASSWORD_ATTEMPTS,
    test: 'signs in from a device that signed in before',
  },
  {
    name: 'account: a known device with any number of tries',
    file: `${ADMINISTRATION}/adapters/memory/memory-password-attempts.ts`,
    find: 'if (origin.device !== undefined) return [ofPlace];',
    replace: 'if (origin.device !== undefined) return [];',
    spec: PASSWORD_ATTEMPTS,
    test: 'has five tries there',
  },
  {
    name: 'account: a device of one login that is known for each',
    file: `${ADMINISTRATION}/adapters/oidc/device-cookie.ts`,
    find: 'return device?.logins.includes(keyOf(login)) ? device.id : undefined;',
    replace: 'return keyOf(login) && device?.id;',
    spec: PASSWORD_ATTEMPTS,
    test: 'that another login signed in from',
  },
  {
    name: 'account: work that counts for many tries',
    file: `${ADMINISTRATION}/application/work-challenges.ts`,
    find: 'this.taken.set(token, true);',
    replace: "this.taken.set('', true);",
    spec: PASSWORD_ATTEMPTS,
    test: 'has one try for one answer',
  },
  {
    name: 'account: work that nobody did',
    file: `${ADMINISTRATION}/application/work-challenges.ts`,
    find: 'leadingZeroBits(`${seedOf(token)}.${n}`) >= asked.zeroBits',
    replace: 'leadingZeroBits(`${seedOf(token)}.${n}`) >= 0',
    spec: PASSWORD_ATTEMPTS,
    test: 'has one try for one answer',
  },
  {
    name: 'account: a right password that is refused after work',
    file: `${ADMINISTRATION}/adapters/memory/memory-password-attempts.ts`,
    find: 'if (workBits < zeroBits)',
    replace: 'if (workBits <= zeroBits)',
    spec: PASSWORD_ATTEMPTS,
    test: 'gets in by work with the right password',
  },
  {
    name: 'account: any number of sockets of one official',
    file: 'services/gateway/src/live/socket.ts',
    find: "if (count >= MAX_SOCKETS_PER_OFFICIAL) return 'TOO_MANY_SOCKETS';",
    replace: "if (count > 2 * MAX_SOCKETS_PER_OFFICIAL) return 'TOO_MANY_SOCKETS';",
    spec: 'services/gateway/src/live/socket.spec.ts',
    test: 'closes a further socket of an official who has thirty',
  },
  {
    name: 'account: a closed socket that is counted for ever',
    file: 'services/gateway/src/live/socket.ts',
    find: "socket.once('close', () => this.remove(id));",
    replace: "if (count < 0) socket.once('close', () => this.remove(id));",
    spec: 'services/gateway/src/live/socket.spec.ts',
    test: 'takes one again when one is closed',
  },
];
