import {
  dropStatement,
  replaceCode,
  replaceCondition,
  replaceStatement,
  replaceText,
  replaceValue,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** One consumer of a service for all that it hears. */
export const reactorMutants: readonly Mutant[] = [
  {
    name: 'reactor: an event that comes again takes effect again',
    in: 'messaging: advance',
    change: dropStatement('0'),
    spec: 'reactor.int.spec.ts',
    test: 'drops events that come twice in a batch, in later batches',
  },
  {
    name: 'reactor: a command that is recorded already is recorded again',
    in: 'event-store: commandSets',
    change: dropStatement('includes'),
    spec: 'command-set.spec.ts',
    test: 'decides commands of one stream after one another',
  },
  {
    name: 'reactor: events overtake the one that their concern waits for',
    in: 'messaging: carryOut',
    change: replaceCondition('$& && isOutage(undefined)', 'isBlocked'),
    spec: 'in-process-transport.spec.ts',
    test: 'stops one concern of a key on a defect; the others and the case go on',
  },
  {
    name: 'reactor: a defect of one concern stops the others',
    in: 'messaging: carryOut',
    change: replaceCondition('!$&', 'isOutage'),
    spec: 'in-process-transport.spec.ts',
    test: 'stops one concern of a key on a defect; the others and the case go on',
  },
  {
    name: 'reactor: the blocked keys of a concern are never retried',
    in: 'messaging: makeBlockedKeyRetry',
    change: replaceValue('[consumer.name]', 'map'),
    spec: 'in-process-transport.spec.ts',
    test: 'waits with a concern whose command needs a stream',
  },
  {
    name: 'reactor: a late event fills the case of an erased person',
    in: 'messaging: advance',
    change: replaceCondition('fold.erases?.(event)', 'erased'),
    spec: 'reactor.int.spec.ts',
    test: 'keeps an empty row of an erased case',
  },
  {
    name: 'reactor: what the former consumer did is done again',
    in: 'messaging: reactToBatch',
    change: dropStatement('settled'),
    spec: 'reactor.int.spec.ts',
    test: 'skips what the consumer before it was through with',
  },
  {
    name: 'reactor: a command is lost when another writer was first',
    in: 'event-store: commandSets',
    change: replaceStatement('if (results.length < 0) throw new Overtaken();', 'result'),
    spec: 'reactor.int.spec.ts',
    test: 'decides again when another writer was first',
  },
  {
    name: 'reactor: a defect of the build dead-letters every key',
    in: 'messaging: EqualDefects.count',
    change: replaceCondition('this.inARow < 0', 'MAX_EQUAL_DEFECTS'),
    spec: 'reactor.int.spec.ts',
    test: 'stands still when the database refuses ten keys in a row alike',
  },
  {
    name: 'reactor: a case is read key by key',
    in: 'messaging: react.ts',
    change: replaceCode(
      'await set.load(streamsOf(answers)); for (const answer of answers) {',
      'for (const answer of answers) { await set.load(streamsOf([answer]));',
    ),
    spec: 'reactor.int.spec.ts',
    test: 'needs as many statements for two hundred keys as for two',
  },
  {
    name: 'reactor: a batch that killed the process is taken whole again',
    in: 'messaging: makeDelivery',
    change: replaceValue('(await countStarts(first)) < 0', 'CRASH_LOOP_THRESHOLD'),
    spec: 'reactor.int.spec.ts',
    test: 'takes single keys after starts that died',
  },
  {
    name: 'reactor: a service that moves begins at the beginning',
    in: 'messaging: reactorMigration',
    change: replaceText("'${reactor}', topic, partition, position,", "'${reactor}', topic, partition, 0,"),
    spec: 'responses: moved-to-reactor.int.spec.ts',
    test: 'knows after the move what the consumer before it knew',
  },
  {
    name: 'reactor: events that wait are lost when a service moves',
    in: 'messaging: reactorMigration',
    change: replaceText('consumer in (${former}) order by place', 'consumer is null order by place'),
    spec: 'responses: moved-to-reactor.int.spec.ts',
    test: 'knows after the move what the consumer before it knew',
  },
  {
    name: 'reactor: who has a question is forgotten when responses moves',
    in: 'responses: cases',
    change: replaceText("'executor', executor,", "'executor', null,"),
    spec: 'responses: moved-to-reactor.int.spec.ts',
    test: 'knows after the move what the consumer before it knew',
  },
];
