import type { estypes } from '@elastic/elasticsearch';
import type { AskedWordForms, Districts, Vocabulary } from '../../application/index/search-index.js';
import { LEAST_LIKENESS } from '../../domain/spelling.js';
import { likeness, trigrams } from '../../domain/trigrams.js';
import type { Answer, Asked, DistrictRequests, Query } from './district-requests.js';
import { textsWith } from './texts-with.js';

/** Candidates by shared 3-grams, and words by their beginning: as many as are looked at. */
const MOST_NEAR = 200;
/** Words that begin so, of which the commonest are taken. */
const MOST_BEGUN = 1_000;

/**
 * What the index knows around the asked-for words. The words' own index says which words look alike; how many texts hold
 * one is counted among the texts, and a word that none holds any more is as good as not there.
 */
export async function readVocabulary(
  requests: DistrictRequests,
  districts: Districts,
  asked: readonly AskedWordForms[],
): Promise<readonly Vocabulary[]> {
  const plain = asked.filter(({ prefix }) => !prefix);
  const [known, ...near] = await requests.searches(districts, [
    knownAmong(asked),
    ...plain.map(({ lemmas }) => sharing(lemmas, true)),
  ]);
  const isKnown = (one: AskedWordForms): boolean => countsOf(known)[asked.indexOf(one)] !== 0;
  const lemmas = new Map(plain.map((one, at) => [one, wordsIn(near[at])]));
  const looked = asked.filter((one) => one.prefix || !isKnown(one));
  const found = await requests.searches(
    districts,
    looked.map((one) => (one.prefix ? beginning(one.word) : sharing([one.word], false))),
  );
  const words = await Promise.all(found.map((answer, at) => counted(requests, districts, looked[at], wordsIn(answer))));
  return asked.map((one) => ({
    known: isKnown(one),
    words: words[looked.indexOf(one)] ?? [],
    lemmas: lemmas.get(one) ?? [],
  }));
}

function knownAmong(asked: readonly AskedWordForms[]): Asked {
  const filters = asked.map(({ word, lemmas }): Query => ({
    bool: { should: [{ term: { words: word } }, { terms: { lemmas: [...lemmas] } }], minimum_should_match: 1 },
  }));
  return { of: 'appeals', body: { size: 0, track_total_hits: false, aggs: { known: { filters: { filters } } } } };
}

function countsOf(answer: Answer | undefined): readonly number[] {
  const { buckets } = (answer?.aggregations?.['known'] ?? { buckets: [] }) as estypes.AggregationsFiltersAggregate;
  return (buckets as estypes.AggregationsFiltersBucket[]).map(({ doc_count }) => doc_count);
}

/** Each shared 3-gram is worth one. */
function sharing(forms: readonly string[], lemma: boolean): Asked {
  const grams = [...new Set(forms.flatMap(trigrams))];
  const should = grams.map((gram): Query => ({ constant_score: { filter: { term: { grams: gram } }, boost: 1 } }));
  return {
    of: 'words',
    scored: should.length > 0 ? { bool: { should, minimum_should_match: 1 } } : { match_none: {} },
    filters: [{ term: { lemma } }],
    body: { ...listed(MOST_NEAR), sort: [{ _score: { order: 'desc' } }, { word: 'asc' }] },
  };
}

function beginning(prefix: string): Asked {
  return {
    of: 'words',
    filters: [{ term: { lemma: false } }, { prefix: { word: { value: prefix } } }],
    body: { ...listed(MOST_BEGUN), sort: [{ word: 'asc' }] },
  };
}

function listed(size: number) {
  return { size, track_total_hits: false, docvalue_fields: ['word'] };
}

function wordsIn(answer: Answer | undefined): readonly string[] {
  const words = (answer?.hits.hits ?? []).map(({ fields }) => String(fields?.['word']?.[0]));
  return [...new Set(words)];
}

/** The words with the number of texts that hold them; of a misspelt word's only those near enough to be meant. */
async function counted(
  requests: DistrictRequests,
  districts: Districts,
  asked: AskedWordForms | undefined,
  words: readonly string[],
): Promise<Vocabulary['words']> {
  if (!asked) return [];
  const grams = trigrams(asked.word);
  const near = asked.prefix ? words : words.filter((word) => likeness(grams, trigrams(word)) >= LEAST_LIKENESS);
  if (near.length === 0) return [];
  const { counts } = await textsWith(requests, districts, 'words', near);
  return near
    .map((word, at) => ({ word, texts: counts[at] ?? 0 }))
    .filter(({ texts }) => texts > 0)
    .sort((one, other) => other.texts - one.texts || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_NEAR);
}
