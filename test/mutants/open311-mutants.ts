import type { Mutant } from './mutants.js';

const INTAKE = 'services/intake/src';
const SPEC = `${INTAKE}/open311.int.spec.ts`;
const HTTP = `${INTAKE}/adapters/http/open311`;
const NOTIFICATIONS = 'services/notifications/src';
const BODIES = `${NOTIFICATIONS}/application/bodies`;
const BODIES_SPEC = `${NOTIFICATIONS}/bodies.int.spec.ts`;

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
  {
    name: 'a request to a body that is posted again without a look at its list',
    file: `${BODIES}/post-request.ts`,
    find: "if (found.kind === 'found') return this.taken(pending, { request: found.id });",
    replace: '',
    spec: BODIES_SPEC,
    test: 'is looked for in the list of the body and not sent again',
  },
  {
    name: 'a request to a body that is posted again though nothing tells what became of it',
    file: `${BODIES}/post-request.ts`,
    find: "if (found.kind === 'unknown' && !server.address.idempotent) return this.unknown(pending);",
    replace: '',
    spec: BODIES_SPEC,
    test: 'is not sent again where the list tells no texts, and goes by e-mail after a day',
  },
  {
    name: "a body's server at an address that is no public one",
    file: `${NOTIFICATIONS}/adapters/bodies/directory-body-servers.ts`,
    find: 'outsideAddress(address.endpoint, this.allowed.origins)',
    replace: 'new URL(address.endpoint)',
    spec: BODIES_SPEC,
    test: 'goes to no inner address',
  },
  {
    name: "the link of a body's page in a description that may be published",
    file: `${BODIES}/write-request.ts`,
    find: 'if (closed) return writeLetter(',
    replace: 'if (closed !== false) return writeLetter(',
    spec: BODIES_SPEC,
    test: 'tells nothing of the applicant and no link where the body may publish it',
  },
  {
    name: 'an update of a request that is recorded whenever it is polled',
    file: `${NOTIFICATIONS}/domain/notice.bodies.ts`,
    find: 'reported.updates.includes(update) || ',
    replace: '',
    spec: `${NOTIFICATIONS}/domain/notice.bodies.spec.ts`,
    test: 'an update is recorded once, whatever else is told',
  },
  {
    name: 'updates of a body that are told late and lost',
    file: `${BODIES}/read-updates.ts`,
    find: ' - OVERLAP_MS',
    replace: '',
    spec: BODIES_SPEC,
    test: 'is not lost where it is told late, and changes nothing that was told of a later moment',
  },
  {
    name: 'a late update that opens a closed request again',
    file: `${NOTIFICATIONS}/domain/notice.bodies.ts`,
    find: '(isLate ? undefined : status)',
    replace: 'status',
    spec: `${NOTIFICATIONS}/domain/notice.bodies.spec.ts`,
    test: 'a late update changes no status, nor does one that tells none',
  },
  {
    name: 'updates beyond the part that a server tells at once',
    file: 'libs/networks/src/open311/open311-client.ts',
    find: 'spans.unshift(',
    replace: 'void (',
    spec: 'libs/networks/src/open311/open311-client.spec.ts',
    test: 'tells all its updates, though it answers the oldest of them alone',
  },
  {
    name: 'a closed request that counts as what the body did, without an official',
    file: 'services/routing/src/adapters/events/notifications.consumer.ts',
    find: "if (question === undefined || status !== 'OPEN') return;",
    replace: 'if (question === undefined) return;',
    spec: 'services/routing/src/routing.int.spec.ts',
    test: 'is an answer only by the word of an official, where the server of a body tells that its request is closed',
  },
];
