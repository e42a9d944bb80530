import type { estypes } from '@elastic/elasticsearch';
import type { Districts } from '../../application/index/search-index.js';
import type { DistrictRequests } from './district-requests.js';

/** How many of the districts' texts hold each of the words, and how many texts there are. */
export async function textsWith(
  requests: DistrictRequests,
  districts: Districts,
  field: 'words' | 'lemmas',
  words: readonly string[],
): Promise<{ readonly texts: number; readonly counts: readonly number[] }> {
  const { hits, aggregations } = await requests.search(districts, {
    of: 'appeals',
    body: {
      ...{ size: 0, track_total_hits: true },
      aggs: { holding: { filters: { filters: words.map((word) => ({ term: { [field]: word } })) } } },
    },
  });
  const { buckets } = (aggregations?.['holding'] ?? { buckets: [] }) as estypes.AggregationsFiltersAggregate;
  return {
    texts: typeof hits.total === 'object' ? hits.total.value : 0,
    counts: (buckets as estypes.AggregationsFiltersBucket[]).map(({ doc_count }) => doc_count),
  };
}
