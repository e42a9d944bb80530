import type { Mutant } from './mutants.js';

const INDEX = 'services/search/src/fulltext/adapters/postgres';
const MESSAGING = 'libs/messaging/src';

/** Words of the full-text index: what a mutant leaves or counts amiss differs from an index written at once. */
const asIfWrittenAtOnce = {
  file: `${INDEX}/index-words.ts`,
  spec: `${INDEX}/postgres-search-index.int.spec.ts`,
  test: 'holds after any changes what it would hold',
};

export const searchMutants: readonly Mutant[] = [
  {
    name: 'words left behind in a text that lost them',
    ...asIfWrittenAtOnce,
    find: 'await takeOut(place, gone);',
    replace: '',
  },
  {
    name: 'words that stay, counted once more',
    ...asIfWrittenAtOnce,
    find: 'for (const word of now) if (!old.has(word)) count(counts, word, 1);',
    replace: 'for (const word of now) count(counts, word, old.has(word) ? 2 : 1);',
  },
  {
    name: 'lemmas that leave a text and still count',
    ...asIfWrittenAtOnce,
    find: 'for (const { lemma } of gone) count(counts.lemmas, lemma, -1);',
    replace: '',
  },
  {
    name: 'words that no text holds, kept',
    ...asIfWrittenAtOnce,
    find: 'rows.filter(({ texts }) => texts <= 0),',
    replace: '[],',
  },
  {
    name: 'the old length of a text beside the words that stay',
    ...asIfWrittenAtOnce,
    find: 'await stretch(place, stretched);',
    replace: '',
  },
  {
    name: 'the old frequency of a word that stays',
    ...asIfWrittenAtOnce,
    find: 'await recount(place, recounted);',
    replace: '',
  },
  {
    name: 'a whole text written again for a number that is given later',
    file: 'services/search/src/fulltext/domain/indexed-text.ts',
    find: 'if (!numbers.includes(text)) length += tokens.length;',
    replace: 'length += tokens.length;',
    spec: `${INDEX}/postgres-search-index.int.spec.ts`,
    test: 'writes a number that is given later beside the words that stand',
  },
  {
    name: 'topics one after the other instead of as they were recorded',
    file: `${MESSAGING}/order-of-arrival.ts`,
    find: 'if (own && (!least || own.recordedAt < least.recordedAt)) first = list;',
    replace: 'if (own && !least) first = list;',
    spec: `${MESSAGING}/order-of-arrival.spec.ts`,
    test: 'takes the topics as they were recorded',
  },
  {
    name: 'a topic that runs ahead of one that has more behind its page',
    file: `${MESSAGING}/order-of-arrival.ts`,
    find: 'more && events.length > 0',
    replace: '!more && events.length > 99',
    spec: `${MESSAGING}/order-of-arrival.spec.ts`,
    test: 'takes nothing that is later than a page with more behind it',
  },
  {
    name: 'of the topics of a batch only one that moves on',
    file: `${MESSAGING}/batch.ts`,
    find: 'return [place, ...along];',
    replace: 'return along.length > 9 ? along : [place];',
    spec: `${MESSAGING}/in-process-transport.spec.ts`,
    test: 'takes the events of all topics together, as they were recorded, and goes on after each of them',
  },
];
