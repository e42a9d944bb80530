import type { Mutant } from './mutants.js';

/** What the gateway refuses, sends to browsers and says in errors. */
export const edgeMutants: readonly Mutant[] = [
  {
    name: 'an unlisted operation over the WebSocket',
    file: 'services/gateway/src/live/socket.ts',
    find: 'prepareOperation(find(payload), check, maxCost)',
    replace: 'prepareOperation(payload, check, maxCost)',
    spec: 'services/gateway/src/listed.spec.ts',
    test: 'refuses an unlisted operation over the WebSocket',
  },
  {
    name: 'an unlisted operation over HTTP',
    file: 'services/gateway/src/graphql/listed-operations.ts',
    find: 'if (onlyListed && !texts.has(query))',
    replace: 'if (onlyListed && query === undefined)',
    spec: 'services/gateway/src/listed.spec.ts',
    test: 'refuses an unlisted operation over HTTP',
  },
  {
    name: 'values of variables in the reasons of errors',
    file: 'services/gateway/src/graphql/variable-fault.ts',
    find: 'is no value of the enum "${item.name}".`',
    replace: 'is no value of the enum "${item.name}": ${value}.`',
    spec: 'services/gateway/src/graphql/variables.spec.ts',
    test: 'says what is wrong with $in.channel without its value',
  },
  {
    name: 'literals of documents in the reasons of errors',
    file: 'libs/host/src/graphql/validate-document.ts',
    find: 'if (kind === undefined) return text;',
    replace: 'if (kind !== text) return text;',
    spec: 'services/gateway/src/gateway.spec.ts',
    test: 'tells programmers what is wrong and where: { worklist(district: 79145550101)',
  },
];
