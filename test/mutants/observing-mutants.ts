import type { Mutant } from './mutants.js';

const GATEWAY = 'services/gateway/src';

/** Of logs, traces, dashboards and alerts. */
export const observingMutants: readonly Mutant[] = [
  {
    name: 'a line of the log that holds the address of the request',
    file: 'libs/host/src/request-log.ts',
    find: 'operation: `${request.method} ${route}`,',
    replace: 'operation: `${request.method} ${request.url}`,',
    spec: `${GATEWAY}/graphql/operation-log.spec.ts`,
    test: 'holds nothing that a client sent, wherever it stood',
  },
  {
    name: 'a line of the log that names a field as the client wrote it',
    file: 'libs/host/src/graphql/operation-log.ts',
    find: "return `${operation} ${isKnown ? name : 'unknown'}`;",
    replace: 'return `${operation} ${name}`;',
    spec: `${GATEWAY}/graphql/operation-log.spec.ts`,
    test: 'holds nothing that a client sent, wherever it stood',
  },
];
