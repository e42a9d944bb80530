import type { estypes } from '@elastic/elasticsearch';
import type { SearchOrder } from '@otklik/contracts/enumerations';
import { stemOf, trigrams } from '@otklik/text-analysis';
import { MAX_FOUND, type IndexAnswer, type IndexQuery, type Need } from '../../application/search-index.js';
import { byCountedName, countedNames, type CountedName } from '../../../register/application/list/counted-names.js';
import type { Alternative, Concept } from '../../domain/concept.js';
import { MAX_DISTANCE } from '../../domain/proximity.js';
import type { Answer, DistrictRequests, Query } from './district-requests.js';
import { filterQueries } from './register-filters.js';

/** More values than a district has of anything. */
const MAX_VALUES = 1_000;

const STEM_BOOST = 0.3;
const GRAM_BOOST = 0.15;
const PROXIMITY_BOOST = 0.3;

/** The server's own BM25 over lemmas chooses and ranks; stems, 3-grams and nearness rank what was chosen. */
export async function readHits(requests: DistrictRequests, query: IndexQuery): Promise<IndexAnswer> {
  const { districts, offset, limit, required, order = 'RELEVANCE' } = query;
  const answer = await requests.search(districts, {
    must: [...query.needed.flatMap((need) => needQueries(need, query.concepts)), ...required.map(conceptQuery)],
    scores: ranking(query),
    filters: [...query.phrases.map(phraseQuery), ...query.prefixes.map(prefixQuery), ...filterQueries(query.filter)],
    without: lacking(query),
    body: {
      from: offset,
      size: limit,
      track_total_hits: MAX_FOUND,
      // A hit is identified by its sort values: what else is stored of it would be unpacked only for its key.
      sort: [...orders[order], { id: 'asc' }, { district: 'asc' }],
      stored_fields: '_none_',
      aggs: Object.fromEntries(
        countedNames.map((name) => [name, facet(name === 'districts' ? 'district' : `counted.${name}`)]),
      ),
    },
  });
  return {
    hits: answer.hits.hits.map(({ sort = [] }) => ({
      district: Number(sort[3]),
      id: String(sort[2]),
      score: Number(sort[order === 'RELEVANCE' ? 0 : 1]),
    })),
    ...totalOf(answer),
    facets: facetsOf(answer),
  };
}

/** Each names the score, which identifies a hit. */
const orders: Readonly<Record<SearchOrder, readonly estypes.SortCombinations[]>> = {
  RELEVANCE: [{ _score: { order: 'desc' } }, { receivedAt: 'desc' }],
  NEWEST: [{ receivedAt: 'desc' }, { _score: { order: 'desc' } }],
  OLDEST: [{ receivedAt: 'asc' }, { _score: { order: 'desc' } }],
};

function needQueries({ sides }: Need, concepts: readonly Concept[]): readonly Query[] {
  const queries = sides.map((side) => side.map((at) => conceptQuery(concepts[at]!)));
  if (sides.length === 1) return queries.flat();
  const held = queries.map((must): Query => (must.length === 1 ? must[0]! : { bool: { must } }));
  return [{ bool: { should: held, minimum_should_match: 1 } }];
}

/** What adds to the score of the texts that are found. */
function ranking(query: IndexQuery): readonly Query[] {
  const { concepts, needed, isLoose, optional } = query;
  const words = concepts.flatMap(({ alternatives: [asked] }) => asked?.words ?? []);
  const lemmas = words.flatMap(([best]) => best?.form ?? []);
  const stems = matching('stems', lemmas.map(stemOf).filter(Boolean), STEM_BOOST);
  const pairs = lemmas.slice(1).map((lemma, at) => near(`${lemmas[at]} ${lemma}`));
  const deciding = new Set(needed.flatMap(({ sides }) => sides.flat()));
  const others = concepts.filter((_, at) => !deciding.has(at)).map(conceptQuery);
  if (!isLoose) return [...others, ...stems, ...pairs];
  const grams = concepts.flatMap((concept) => concept.words.flatMap((word) => trigrams(word)));
  return [...others, ...matching('lemmas', optional, 1), ...matching('grams', grams, GRAM_BOOST), ...stems, ...pairs];
}

/** A text holds the concept by any of its alternatives; the best of them counts. */
function conceptQuery({ alternatives }: Concept): Query {
  return { dis_max: { queries: alternatives.map(alternativeQuery) } };
}

function alternativeQuery({ words, adjacent, weight, exact, beginning }: Alternative): Query {
  if (exact) return phraseQuery(exact);
  if (beginning !== undefined) return { constant_score: { filter: prefixQuery(beginning), boost: 0 } };
  if (!adjacent) return { bool: { must: words.map(wordQuery), boost: weight } };
  const lemmas = words.map(([best]) => best?.form ?? '').join(' ');
  return { match_phrase: { sequence: { query: lemmas, analyzer: 'whitespace', boost: weight } } };
}

function wordQuery(forms: Alternative['words'][number]): Query {
  return {
    dis_max: { queries: forms.map(({ form, weight }) => ({ term: { lemmas: { value: form, boost: weight } } })) },
  };
}

function near(pair: string): Query {
  return {
    match_phrase: { sequence: { query: pair, analyzer: 'whitespace', slop: MAX_DISTANCE - 1, boost: PROXIMITY_BOOST } },
  };
}

function matching(field: string, words: readonly string[], boost: number): readonly Query[] {
  if (words.length === 0) return [];
  return [{ match: { [field]: { query: words.join(' '), analyzer: 'whitespace', boost } } }];
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

function totalOf({ hits }: Answer): Pick<IndexAnswer, 'total' | 'totalIsExact'> {
  const { value, relation } = hits.total as estypes.SearchTotalHits;
  return { total: Math.min(value, MAX_FOUND), totalIsExact: relation === 'eq' };
}

function facetsOf({ aggregations }: Answer): IndexAnswer['facets'] {
  const of = (name: CountedName) => {
    const { buckets } = (aggregations?.[name] ?? { buckets: [] }) as estypes.AggregationsStringTermsAggregate;
    return (buckets as estypes.AggregationsStringTermsBucket[]).map(({ key, doc_count }) => ({
      value: String(key),
      count: doc_count,
    }));
  };
  return byCountedName(of);
}
