import {
  dropOperand,
  dropStatement,
  replaceArgument,
  replaceCode,
  replaceCondition,
  replaceReturn,
  takeThen,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

export const searchMutants: readonly Mutant[] = [
  {
    name: 'words left behind in a text that lost them',
    in: 'search: writeWords',
    change: dropStatement('takeOut'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'holds after any changes what it would hold',
  },
  {
    name: 'words that stay, counted once more',
    in: 'search: index-words.ts',
    change: replaceCode('if (!old.has(word)) count(counts, word,', 'count(counts, word, old.has(word) ? 2 :'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'holds after any changes what it would hold',
  },
  {
    name: 'lemmas that leave a text and still count',
    in: 'search: writeWords',
    change: dropStatement('count', 'gone'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'holds after any changes what it would hold',
  },
  {
    name: 'words that no text holds, kept',
    in: 'search: countWords',
    change: replaceArgument('[]', 'rows', '<='),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'holds after any changes what it would hold',
  },
  {
    name: 'the old length of a text beside the words that stay',
    in: 'search: writeWords',
    change: dropStatement('stretch'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'holds after any changes what it would hold',
  },
  {
    name: 'the old frequency of a word that stays',
    in: 'search: writeWords',
    change: dropStatement('recount'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'holds after any changes what it would hold',
  },
  {
    name: 'a whole text written again for a number that is given later',
    in: 'search: indexedText',
    change: takeThen('includes'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'writes a number that is given later beside the words that stand',
  },
  {
    name: 'topics one after the other instead of as they were recorded',
    in: 'messaging: merged',
    change: dropOperand('<'),
    spec: 'order-of-arrival.spec.ts',
    test: 'takes the topics as they were recorded',
  },
  {
    name: 'a topic that runs ahead of one that has more behind its page',
    in: 'messaging: horizon',
    change: replaceCondition('!more && events.length > 99', 'more'),
    spec: 'order-of-arrival.spec.ts',
    test: 'takes nothing that is later than a page with more behind it',
  },
  {
    name: 'of the topics of a batch only one that moves on',
    in: 'messaging: placesOf',
    change: replaceReturn('along.length > 9 ? along : [place]', 'place'),
    spec: 'in-process-transport.spec.ts',
    test: 'takes the events of all topics together, as they were recorded, and goes on after each of them',
  },
];
