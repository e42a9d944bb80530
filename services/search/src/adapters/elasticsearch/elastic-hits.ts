import type { estypes } from '@elastic/elasticsearch';
import { facetNames, type FacetName, type IndexAnswer, type IndexQuery } from '../../application/index/search-index.js';
import { STRONG } from '../../domain/ranking.js';
import { STEPS } from './appeal-mapping.js';
import type { Answer, Asked, DistrictRequests, Query } from './district-requests.js';
import { filterQueries } from './register-filters.js';
import { keyOf } from './stored-document.js';

/** More values than a district has of anything. */
const MOST_VALUES = 1_000;
const facetFields: Readonly<Record<FacetName, string>> = {
  topics: 'topics',
  departments: 'departments',
  states: 'state',
  months: 'month',
};

/**
 * The ranking of `domain/ranking`, and with it the same texts as every other index finds: how rare a word is among the asked
 * districts' texts comes with the query, and each step of a word's impact is a term of its own with a constant score. The
 * server's own statistics, which span all districts, are not used.
 *
 * One request, unless fewer words are enough and even the best text stays below what is usual: how good the best one is must
 * then be asked first.
 */
export async function readHits(requests: DistrictRequests, query: IndexQuery): Promise<IndexAnswer> {
  const { districts, usual, needed } = query;
  const first = await requests.search(districts, page(query, usual));
  const most = first.hits.max_score ?? 0;
  if (needed <= 1 || most >= usual * LENIENT) return answerOf(first);
  const { hits } = await requests.search(districts, { ...possible(query), body: { size: 1, track_total_hits: false } });
  return answerOf(await requests.search(districts, page(query, hits.max_score ?? 0)));
}

/** Texts that hold enough of the words, or score `STRONG` of the given score. */
function page(query: IndexQuery, score: number): Asked {
  const { groups, needed, offset, limit } = query;
  const all = possible(query);
  const enough: Query = { bool: { should: groups.map((terms) => kinIn([terms])), minimum_should_match: needed } };
  const strong = { query: scoring(query), min_score: score * STRONG * LENIENT };
  const found: Query = { bool: { should: [enough, { function_score: strong }], minimum_should_match: 1 } };
  return {
    ...all,
    filters: needed > 1 ? [...all.filters, found] : all.filters,
    body: {
      ...{ from: offset, size: limit, track_total_hits: true, track_scores: true },
      sort: [{ _score: { order: 'desc' } }, { receivedAt: 'desc' }, { id: 'asc' }],
      aggs: Object.fromEntries(facetNames.map((name) => [name, facet(facetFields[name])])),
    },
  };
}

/** Texts with one of the words, which hold and lack what they must. */
function possible(query: IndexQuery) {
  return {
    ...(query.groups.length > 0 ? { scored: scoring(query) } : {}),
    filters: [...holding(query), ...filterQueries(query.filter)],
    without: lacking(query),
  };
}

/** Of each form what it is worth in all groups together, once for each step of its impact. */
function scoring({ groups }: IndexQuery): Query {
  const worths = new Map<string, number>();
  for (const { form, worth } of groups.flat()) worths.set(form, (worths.get(form) ?? 0) + worth);
  const should = [...worths].flatMap(([form, worth]) =>
    STEPS.map((step): Query => ({
      constant_score: { filter: { term: { [`impact${step}`]: form } }, boost: worth * step },
    })),
  );
  return should.length === 0 ? { match_none: {} } : { bool: { should } };
}

/** The server adds up with fewer digits than we do. */
const LENIENT = 1 - 1e-6;

function kinIn(groups: IndexQuery['groups']): Query {
  const kin = groups.flat().filter((term) => term.kin);
  return { terms: { lemmas: [...new Set(kin.map(({ form }) => form))] } };
}

/** What must stand in the text. */
function holding({ groups, phrases, prefixes }: IndexQuery): readonly Query[] {
  const kin = groups.length > 0 ? [kinIn(groups)] : [];
  return [...kin, ...phrases.map(phraseQuery), ...prefixes.map(prefixQuery)];
}

function lacking({ without, withoutPhrases, withoutPrefixes }: IndexQuery): readonly Query[] {
  const lemmas: readonly Query[] = without.length > 0 ? [{ terms: { lemmas: [...without] } }] : [];
  return [...lemmas, ...withoutPhrases.map(phraseQuery), ...withoutPrefixes.map(prefixQuery)];
}

/** Words are letters and digits only: joined by spaces, the server parts them again as they were. */
function phraseQuery(words: readonly string[]): Query {
  return { match_phrase: { words: { query: words.join(' '), analyzer: 'whitespace' } } };
}

function prefixQuery(prefix: string): Query {
  return { prefix: { words: { value: prefix } } };
}

function facet(field: string): estypes.AggregationsAggregationContainer {
  return { terms: { field, size: MOST_VALUES, order: [{ _count: 'desc' }, { _key: 'asc' }] } };
}

function answerOf(answer: Answer): IndexAnswer {
  return {
    hits: answer.hits.hits.map(({ _id, _score }) => ({ ...keyOf(_id ?? ''), score: _score ?? 0 })),
    total: totalOf(answer),
    facets: facetsOf(answer),
  };
}

function totalOf({ hits }: Answer): number {
  return typeof hits.total === 'object' ? hits.total.value : (hits.total ?? 0);
}

function facetsOf({ aggregations }: Answer): IndexAnswer['facets'] {
  const of = (name: FacetName) => {
    const { buckets } = (aggregations?.[name] ?? { buckets: [] }) as estypes.AggregationsStringTermsAggregate;
    return (buckets as estypes.AggregationsStringTermsBucket[]).map(({ key, doc_count }) => ({
      ...{ value: String(key), count: doc_count },
    }));
  };
  const [topics, departments, states, months] = facetNames.map(of);
  return { topics: topics ?? [], departments: departments ?? [], states: states ?? [], months: months ?? [] };
}
