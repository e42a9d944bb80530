import type { estypes } from '@elastic/elasticsearch';
import type { AskedWordForms, Districts, Vocabulary } from '../../application/index/search-index.js';
import { LEAST_LIKENESS } from '../../domain/spelling.js';
import { likeness, MOST_BEGUN, mostNear, trigrams } from '../../domain/trigrams.js';
import type { Answer, Asked, DistrictRequests, Query } from './district-requests.js';
import { textsWith } from './texts-with.js';

/** Words that begin so, of which the commonest are taken. */
const BEGUN = 1_000;

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
    ...plain.map(({ lemmas }) => sharing(districts, lemmas, true)),
  ]);
  const isKnown = (one: AskedWordForms): boolean => countsOf(known)[asked.indexOf(one)] !== 0;
  const lemmas = new Map(plain.map((one, at) => [one, nearest(districts, near[at])]));
  const looked = asked.filter((one) => one.prefix || !isKnown(one));
  const found = await requests.searches(
    districts,
    looked.map((one) => (one.prefix ? beginning(one.word) : sharing(districts, [one.word], false))),
  );
  const words = await Promise.all(found.map((answer, at) => counted(requests, districts, looked[at], answer)));
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
function sharing(districts: Districts, forms: readonly string[], lemma: boolean): Asked {
  const grams = [...new Set(forms.flatMap(trigrams))];
  const should = grams.map((gram): Query => ({ constant_score: { filter: { term: { grams: gram } }, boost: 1 } }));
  return {
    of: 'words',
    scored: should.length > 0 ? { bool: { should, minimum_should_match: 1 } } : { match_none: {} },
    filters: [{ term: { lemma } }],
    body: listed(mostNear(districts) + 1),
  };
}

function beginning(prefix: string): Asked {
  return {
    of: 'words',
    filters: [{ term: { lemma: false } }, { prefix: { word: { value: prefix } } }],
    body: { ...listed(BEGUN), collapse: { field: 'word' }, sort: [{ word: 'asc' }] },
  };
}

function listed(size: number) {
  return { size, track_total_hits: false, docvalue_fields: ['word'] };
}

/** Without those that share as many 3-grams as one that is too many (`mostNear`). */
function nearest(districts: Districts, answer: Answer | undefined): readonly string[] {
  const hits = answer?.hits.hits ?? [];
  const tooMany = hits[mostNear(districts)];
  return wordsIn(tooMany ? hits.filter(({ _score }) => _score !== tooMany._score) : hits);
}

function wordsIn(hits: Answer['hits']['hits']): readonly string[] {
  const words = hits.map(({ fields }) => String(fields?.['word']?.[0]));
  return [...new Set(words)];
}

/** The words with the number of texts that hold them; of a misspelt word's only those near enough to be meant. */
async function counted(
  requests: DistrictRequests,
  districts: Districts,
  asked: AskedWordForms | undefined,
  answer: Answer,
): Promise<Vocabulary['words']> {
  if (!asked) return [];
  const grams = trigrams(asked.word);
  const near = asked.prefix
    ? wordsIn(answer.hits.hits)
    : nearest(districts, answer).filter((word) => likeness(grams, trigrams(word)) >= LEAST_LIKENESS);
  if (near.length === 0) return [];
  const { counts } = await textsWith(requests, districts, 'words', near);
  return near
    .map((word, at) => ({ word, texts: counts[at] ?? 0 }))
    .filter(({ texts }) => texts > 0)
    .sort((one, other) => other.texts - one.texts || (one.word < other.word ? -1 : 1))
    .slice(0, asked.prefix ? MOST_BEGUN : undefined);
}
