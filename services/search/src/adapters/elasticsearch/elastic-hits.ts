import type { estypes } from '@elastic/elasticsearch';
import { facetNames, type FacetName, type IndexAnswer, type IndexQuery } from '../../application/index/search-index.js';
import { leadingGroups, LENIENT } from '../../domain/ranking.js';
import { STEPS } from './appeal-mapping.js';
import type { Answer, DistrictRequests, Query } from './district-requests.js';
import { filterQueries } from './register-filters.js';

/** More values than a district has of anything. */
const MAX_VALUES = 1_000;
const facetFields: Readonly<Record<FacetName, string>> = {
  topics: 'topics',
  departments: 'departments',
  states: 'state',
  months: 'month',
};

/**
 * The ranking of `domain/ranking`, and with it the same texts as every other index finds, in one request: how rare a word is
 * among the asked districts' texts comes with the query, and each step of a word's impact is a term of its own with a constant
 * score. The server's own statistics, which span all districts, are not used.
 */
export async function readHits(requests: DistrictRequests, query: IndexQuery): Promise<IndexAnswer> {
  const { districts, offset, limit } = query;
  const answer = await requests.search(districts, {
    scores: scores(query),
    filters: [...holding(query), ...filterQueries(query.filter)],
    without: lacking(query),
    body: {
      ...{ from: offset, size: limit, track_total_hits: true },
      // A hit is told by what it is sorted by: what else is stored of it would be unpacked only for its key.
      ...{ sort: [{ _score: { order: 'desc' } }, { receivedAt: 'desc' }, { id: 'asc' }, { district: 'asc' }] },
      stored_fields: '_none_',
      aggs: Object.fromEntries(facetNames.map((name) => [name, facet(facetFields[name])])),
    },
  });
  return {
    hits: answer.hits.hits.map(({ sort: [score, , id, district] = [] }) => ({
      ...{ district: Number(district), id: String(id), score: Number(score) },
    })),
    total: totalOf(answer),
    facets: facetsOf(answer),
  };
}

/**
 * Texts that hold as many of the words as are needed, or telling ones. Those that hold a leading word are looked for first:
 * common words stand in very many, and adding up what each of them is worth costs more than all the rest.
 */
function enough({ groups, needed, telling }: IndexQuery): readonly Query[] {
  const { leading, alone } = leadingGroups(groups, needed, telling);
  if (alone) return [kinIn(leading)];
  const met = groups.map((group) => adding(kinIn([group]), group.worth));
  const told = { function_score: { query: { bool: { should: met } }, min_score: telling * LENIENT } };
  const many = { bool: { should: groups.map((group) => kinIn([group])), minimum_should_match: needed } };
  return [kinIn(leading), { bool: { should: [many, told], minimum_should_match: 1 } }];
}

/** Of each form what it is worth, once for each step of its impact or at once; of each group what lifts a text. */
function scores({ groups }: IndexQuery): readonly Query[] {
  const forms = groups.flatMap(({ terms }) => terms).filter(({ worth }) => worth > 0);
  const terms = forms.flatMap(({ form, worth, flat }) =>
    flat
      ? [adding({ term: { lemmas: form } }, worth)]
      : STEPS.map((step) => adding({ term: { [`impact${step}`]: form } }, worth * step)),
  );
  const lifts = groups
    .filter(({ alike, lift }) => alike.length > 0 && lift > 0)
    .map(({ alike, lift }) => adding({ terms: { lemmas: [...alike] } }, lift));
  return [...terms, ...lifts];
}

function adding(filter: Query, boost: number): Query {
  return { constant_score: { filter, boost } };
}

function kinIn(groups: IndexQuery['groups']): Query {
  const forms = groups.flatMap(({ terms }) => terms.map(({ form }) => form));
  return { terms: { lemmas: [...new Set(forms)] } };
}

/** What must stand in the text. */
function holding(query: IndexQuery): readonly Query[] {
  const { groups, phrases, prefixes } = query;
  return [...(groups.length > 0 ? enough(query) : []), ...phrases.map(phraseQuery), ...prefixes.map(prefixQuery)];
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
  // In the server's own order: the commonest first, of equals by name.
  return { terms: { field, size: MAX_VALUES } };
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
