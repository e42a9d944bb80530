import type { Mutant } from './mutants.js';

const INTAKE = 'services/intake/src';
const SPEC = `${INTAKE}/open311.int.spec.ts`;
const HTTP = `${INTAKE}/adapters/http/open311`;

/** Of Open311. */
export const open311Mutants: readonly Mutant[] = [
  {
    name: 'a jurisdiction that is not looked at',
    file: `${HTTP}/open311-districts.ts`,
    find: 'if (!found) throw new NotFound();\n    return found;',
    replace: 'if (!found) throw new NotFound();\n    return only!;',
    spec: SPEC,
    test: 'is refused with another district, in the form of the standard',
  },
  {
    name: 'a key of Open311 that opens after it was switched off',
    file: `${INTAKE}/application/open311/clients.ts`,
    find: "network === 'OPEN311' && enabled",
    replace: "network === 'OPEN311'",
    spec: SPEC,
    test: 'is refused with a key that was switched off',
  },
  {
    name: 'a telephone in a text that is told to another site',
    file: `${HTTP}/open311-reads.ts`,
    find: 'said === undefined || holdsContact(said)',
    replace: 'said === undefined',
    spec: SPEC,
    test: 'leaves out a text that holds a telephone or an address of mail',
  },
  {
    name: 'a text told to another site without consent to publication',
    file: `${INTAKE}/adapters/events/open311.consumer.ts`,
    find: 'const published = isPublished ?',
    replace: 'const published = text ?',
    spec: SPEC,
    test: 'holds nothing of its sender, nor its text or place without consent to publication',
  },
  {
    name: 'another front-end that adds to a request',
    file: `${HTTP}/open311-posts.ts`,
    find: 'if (request.account !== account) throw new Forbidden();',
    replace: '',
    spec: SPEC,
    test: 'is taken from the front-end of the request alone',
  },
  {
    name: 'copies of a post over Open311 that do not wait for each other',
    file: `${INTAKE}/adapters/postgres/postgres-recent-posts.ts`,
    find: "await tx.query('select pg_advisory_xact_lock($1, $2)', [district, fingerprint.readInt32BE()]);",
    replace: '',
    spec: SPEC,
    test: 'is one request when it is sent again within ten minutes and 50 m, also at once',
  },
  {
    name: 'a server of Open311 at an inner address',
    file: 'libs/networks/src/open311/open311-client.ts',
    find: 'exchange(this.server.isAllowed ? call : { ...call, dispatcher: outside }, signal)',
    replace: 'exchange(call, signal)',
    spec: 'libs/networks/src/open311/open311-client.spec.ts',
    test: 'goes to no inner address',
  },
  {
    name: 'a post to a server of Open311 that is sent again after a lost answer',
    file: 'libs/networks/src/open311/open311-client.ts',
    find: "if (answer.kind === 'uncertain') return { kind: 'unknown' };",
    replace: "if (answer.kind === 'uncertain') return { kind: 'retry' };",
    spec: 'libs/networks/src/open311/open311-client.spec.ts',
    test: 'that was lost on its way back is looked for before it is sent again',
  },
];
