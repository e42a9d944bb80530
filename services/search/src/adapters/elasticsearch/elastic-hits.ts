import type { estypes } from '@elastic/elasticsearch';
import { facetNames, type FacetName, type IndexAnswer, type IndexQuery } from '../../application/index/search-index.js';
import { rarity, STRONG, type TermGroup } from '../../domain/ranking.js';
import { STEPS } from './appeal-mapping.js';
import type { Answer, Asked, DistrictRequests, Query } from './district-requests.js';
import { filterQueries } from './register-filters.js';
import { keyOf } from './stored-document.js';
import { textsWith } from './texts-with.js';

/** A lemma and what one step of its impact adds to a text's score. */
interface WorthTerm {
  readonly form: string;
  readonly worth: number;
}

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
 * districts' texts is counted first, and each step of a word's impact is a term of its own with a constant score. The
 * server's own statistics, which span all districts, are not used.
 */
export async function readHits(requests: DistrictRequests, query: IndexQuery): Promise<IndexAnswer> {
  const { districts, offset, limit } = query;
  const terms = await worthTerms(requests, query);
  const possible: Asked = {
    of: 'appeals',
    ...(query.groups.length > 0 ? { scored: scoring(terms) } : {}),
    filters: [...holding(query), ...filterQueries(query.filter)],
    without: lacking(query),
    body: {},
  };
  const found = query.needed > 1 ? await foundIn(requests, query, possible, terms) : [];
  const answer = await requests.search(districts, {
    ...possible,
    filters: [...(possible.filters ?? []), ...found],
    body: {
      ...{ from: offset, size: limit, track_total_hits: true },
      sort: [{ _score: { order: 'desc' } }, { receivedAt: 'desc' }, { id: 'asc' }],
      aggs: Object.fromEntries(facetNames.map((name) => [name, facet(facetFields[name])])),
    },
  });
  return {
    hits: answer.hits.hits.map(({ _id, sort }) => ({ ...keyOf(_id ?? ''), score: Number(sort?.[0] ?? 0) })),
    total: totalOf(answer),
    facets: facetsOf(answer),
  };
}

/** Of each form: its weight in all groups together, times its rarity; forms that no text holds are left out. */
async function worthTerms(requests: DistrictRequests, query: IndexQuery): Promise<readonly WorthTerm[]> {
  const weights = new Map<string, number>();
  for (const { form, weight } of query.groups.flatMap(({ terms }) => terms)) {
    weights.set(form, (weights.get(form) ?? 0) + weight);
  }
  const forms = [...weights.keys()].filter((form) => weights.get(form) !== 0);
  if (forms.length === 0) return [];
  const { texts, counts } = await textsWith(requests, query.districts, 'lemmas', forms);
  return forms.flatMap((form, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [{ form, worth: (weights.get(form) ?? 0) * rarity(texts, count) }];
  });
}

function scoring(terms: readonly WorthTerm[]): Query {
  const should = terms.flatMap(({ form, worth }) =>
    STEPS.map((step): Query => ({
      constant_score: { filter: { term: { [`impact${step}`]: form } }, boost: worth * step },
    })),
  );
  return should.length === 0 ? { match_none: {} } : { bool: { should } };
}

/**
 * That enough of the words stand in the text, or that its score is strong; how strong the best is must be asked first.
 */
async function foundIn(
  requests: DistrictRequests,
  { districts, groups, needed }: IndexQuery,
  possible: Asked,
  terms: readonly WorthTerm[],
): Promise<readonly Query[]> {
  const best = await requests.search(districts, { ...possible, body: { size: 1, track_total_hits: false } });
  const most = best.hits.max_score ?? 0;
  const enough: Query = { bool: { should: groups.map(kinIn), minimum_should_match: needed } };
  const strong: estypes.QueryDslFunctionScoreQuery = { query: scoring(terms), min_score: most * STRONG * LENIENT };
  return [{ bool: { should: [enough, { function_score: strong }], minimum_should_match: 1 } }];
}

/** The server adds up with fewer digits than we do. */
const LENIENT = 1 - 1e-6;

function kinIn({ terms }: TermGroup): Query {
  return { terms: { lemmas: terms.filter(({ kin }) => kin).map(({ form }) => form) } };
}

/** What must stand in the text. */
function holding({ groups, phrases, prefixes }: IndexQuery): readonly Query[] {
  const kin = groups.length > 0 ? [kinIn({ word: '', terms: groups.flatMap(({ terms }) => terms) })] : [];
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
