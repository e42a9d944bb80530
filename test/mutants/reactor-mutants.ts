import type { Mutant } from './mutants.js';

const REACTOR = 'libs/messaging/src/reactor';
const SPEC = `${REACTOR}/reactor.int.spec.ts`;
const CONTRACT = 'libs/messaging/src/in-process-transport.spec.ts';

/** One consumer of a service for all that it hears. */
export const reactorMutants: readonly Mutant[] = [
  {
    name: 'reactor: an event that comes again takes effect again',
    file: `${REACTOR}/react.ts`,
    find: 'if (event.version <= (known.versions.get(event.stream) ?? 0)) return false;',
    replace: '',
    spec: SPEC,
    test: 'drops events that come twice in a batch, in later batches',
  },
  {
    name: 'reactor: a command that is recorded already is recorded again',
    file: 'libs/event-store/src/command-set.ts',
    find: 'if (before.commands.includes(context.commandId)) return before;',
    replace: '',
    spec: 'libs/event-store/src/command-set.spec.ts',
    test: 'decides commands of one stream after one another',
  },
  {
    name: 'reactor: events overtake the one that their concern waits for',
    file: `${REACTOR}/react.ts`,
    find: 'if (waiting.isBlocked(known, concern)) {',
    replace: 'if (waiting.isBlocked(known, concern) && isOutage(undefined)) {',
    spec: CONTRACT,
    test: 'stops one concern of a key on a defect; the others and the case go on',
  },
  {
    name: 'reactor: a defect of one concern stops the others',
    file: `${REACTOR}/react.ts`,
    find: 'if (isOutage(error)) throw error;\n      waiting.block(known, concern, event, error);',
    replace: 'if (!isOutage(error)) throw error;\n      waiting.block(known, concern, event, error);',
    spec: CONTRACT,
    test: 'stops one concern of a key on a defect; the others and the case go on',
  },
  {
    name: 'reactor: the blocked keys of a concern are never retried',
    file: 'libs/messaging/src/blocked-key-retry.ts',
    find: 'const names = parts.map(({ name }) => name);',
    replace: 'const names = [consumer.name];',
    spec: CONTRACT,
    test: 'waits with a concern whose command needs a stream',
  },
  {
    name: 'reactor: a late event fills the case of an erased person',
    file: `${REACTOR}/react.ts`,
    find: 'known.state = known.erased ? fold.initial',
    replace: 'known.state = fold.erases?.(event) ? fold.initial',
    spec: SPEC,
    test: 'keeps an empty row of an erased case',
  },
  {
    name: 'reactor: what the former consumer did is done again',
    file: `${REACTOR}/react.ts`,
    find: 'if (cases.settled(concern, event)) continue;\n      answers.push(',
    replace: 'answers.push(',
    spec: SPEC,
    test: 'skips what the consumer before it was through with',
  },
  {
    name: 'reactor: a command is lost when another writer was first',
    file: 'libs/event-store/src/command-set.ts',
    find: "if (results.some((result) => !result)) throw new Overtaken('another writer was first');",
    replace: 'if (results.length < 0) throw new Overtaken();',
    spec: SPEC,
    test: 'decides again when another writer was first',
  },
  {
    name: 'reactor: a defect of the build dead-letters every key',
    file: 'libs/messaging/src/equal-defects.ts',
    find: 'if (this.inARow >= MAX_EQUAL_DEFECTS)',
    replace: 'if (this.inARow < 0)',
    spec: SPEC,
    test: 'stands still when the database refuses ten keys in a row alike',
  },
  {
    name: 'reactor: a case is read key by key',
    file: `${REACTOR}/react.ts`,
    find: '  await set.load(streamsOf(answers));\n  for (const answer of answers) {',
    replace: '  for (const answer of answers) {\n    await set.load(streamsOf([answer]));',
    spec: SPEC,
    test: 'needs as many statements for two hundred keys as for two',
  },
  {
    name: 'reactor: a batch that killed the process is taken whole again',
    file: 'libs/messaging/src/delivery.ts',
    find: '(await countStarts(first)) >= CRASH_LOOP_THRESHOLD',
    replace: '(await countStarts(first)) < 0',
    spec: SPEC,
    test: 'takes single keys after starts that died',
  },
];
