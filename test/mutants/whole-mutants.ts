import type { Mutant } from './mutants.js';

const PUBLISHING = 'libs/messaging/src/publishing';
const READ_MODELS = 'libs/read-models/src';
const HISTORY = `${READ_MODELS}/verify-history.int.spec.ts`;
const IN_PROCESS = 'libs/messaging/src/in-process-transport.spec.ts';

/** Of what is published of a log, of what the read side holds of it, and of memory. */
export const wholeMutants: readonly Mutant[] = [
  {
    name: 'a released migration edited',
    file: 'services/routing/src/migrations.ts',
    find: 'text text, settlement text, channel text not null',
    replace: 'text text, settlement text, channel text',
    spec: 'services/single/src/released/released.spec.ts',
    test: 'has the migrations of routing as they were released',
  },
  {
    name: 'an event that cannot be published skipped for good',
    file: `${PUBLISHING}/publisher.ts`,
    find: 'parked.push(fault);',
    replace: '',
    spec: IN_PROCESS,
    test: 'blocks its key, in order, while all others flow',
  },
  {
    name: 'a later event overtakes the one that cannot be published',
    file: `${PUBLISHING}/publisher.ts`,
    find: 'return from !== undefined && position >= from;',
    replace: 'return from !== undefined && position < from;',
    spec: IN_PROCESS,
    test: 'blocks its key, in order, while all others flow',
  },
  {
    name: 'an event of a type that only a newer build knows dropped',
    file: `${PUBLISHING}/published-form.ts`,
    find: 'const reason = `${errorLabel(error)} ${type}@${schema}`;',
    replace:
      'if (error instanceof UnknownType) return { position, event: undefined, bytes: 0 };\n    const reason = `${errorLabel(error)} ${type}@${schema}`;',
    spec: IN_PROCESS,
    test: 'waits for a build that knows its type',
  },
  {
    name: 'a released event for consumers that have not passed it alone',
    file: 'libs/messaging/src/consumer-loop.ts',
    find: 'events.filter((event) => event.position <= position)',
    replace: 'events.filter((event) => event.position > position)',
    spec: IN_PROCESS,
    test: 'blocks its key, in order, while all others flow',
  },
  {
    name: 'an event of a type that only a newer search knows dropped',
    file: 'libs/messaging/src/subscription.ts',
    find: 'everythingBut !== undefined && !types',
    replace: 'everythingBut === undefined && !types',
    spec: IN_PROCESS,
    test: 'delivers types that it does not know, in order',
  },
  {
    name: 'a relay that takes a late event for the end of its partition',
    file: 'libs/messaging/src/kafka/topic-ends.ts',
    find: "return record.header('behind') ?? record.header('event') ?? '';",
    replace: "return record.header('event') ?? '';",
    spec: 'libs/messaging/src/kafka/relay.spec.ts',
    test: 'publishes a mended event behind what its partition holds',
    needs: 'servers',
  },
  {
    name: 'an event of a version that is known now left among the dead letters',
    file: 'libs/messaging/src/blocked-key-retry.ts',
    find: 'if (!isBegun) await reviveKnownVersions();',
    replace: '',
    spec: IN_PROCESS,
    test: 'skips unknown types and dead-letters an unknown version of',
  },
  {
    name: 'a part that fails and is reported ready',
    file: 'libs/host/src/application.ts',
    find: 'return failing().catch(',
    replace: 'return Promise.resolve([]).catch(',
    spec: 'libs/host/src/application.spec.ts',
    test: 'names a failing part and stays ready',
  },
  {
    name: 'events that the history lacks are not looked for',
    file: `${READ_MODELS}/verify-history.ts`,
    find: 'if (!row) report(missingAs(',
    replace: 'if (row && !row.hash) report(missingAs(',
    spec: HISTORY,
    test: 'finds an event that never reached the history',
  },
  {
    name: 'events of the history that no log holds pass',
    file: `${READ_MODELS}/verify-history.ts`,
    find: "else report('EXTRA', row);",
    replace: '',
    spec: HISTORY,
    test: 'finds an event that no log holds',
  },
  {
    name: 'a changed event of the history passes',
    file: `${READ_MODELS}/verify-history.ts`,
    find: 'return isDeepStrictEqual(kept, published);',
    replace: 'return kept.id === published.id;',
    spec: HISTORY,
    test: 'finds one changed character',
  },
  {
    name: 'a mended appeal in the order of its damage',
    file: `${READ_MODELS}/mend-history.ts`,
    find: 'order by district, appeal, reached, topic, position`,',
    replace: 'order by district, appeal, event desc`,',
    spec: HISTORY,
    test: 'mends the history',
  },
  {
    name: 'what long work has left on a small machine stays',
    file: 'services/single/src/cli/release-memory.ts',
    find: "gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });",
    replace: 'void gc;',
    spec: 'services/single/src/cli/release-memory.spec.ts',
    test: 'releases it by collections of the whole heap',
  },
];
