import { Client, type estypes } from '@elastic/elasticsearch';
import type { IndexDocument } from '@otklik/search/measured';
import type { Analyse } from '@otklik/text-analysis';
import { newId } from './log-fixtures.js';

type Query = NonNullable<estypes.QueryDslQueryContainer>;

/** A query for the bare client; district, facets and page are the same for all. */
export interface RawQuery {
  readonly must: readonly Query[];
  readonly mustNot?: readonly Query[];
  readonly filter?: readonly Query[];
}

/** A plain index of the bare client: one text field of lemmas, the server's own BM25. */
export interface RawIndex {
  put(documents: readonly IndexDocument[]): Promise<void>;
  /** After the last `put`. */
  ready(): Promise<void>;
  search(district: number, query: RawQuery, size: number): Promise<number>;
  close(): Promise<void>;
}

const facets = { topics: 'topics', departments: 'departments', states: 'state', months: 'month' };

export async function rawIndex(node: string, analyse: Analyse): Promise<RawIndex> {
  const client = new Client({ node });
  const index = `raw-${newId()}`;
  const keyword = { type: 'keyword' } as const;
  await client.indices.create({
    index,
    settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: -1 },
    mappings: {
      properties: {
        district: { type: 'integer' },
        text: { type: 'text', analyzer: 'whitespace' },
        receivedOn: { type: 'date' },
        state: keyword,
        topics: keyword,
        departments: keyword,
        month: keyword,
      },
    },
  });
  return {
    async put(documents) {
      const operations = documents.flatMap(({ district, id, text, facets: { appeal, questions } }) => [
        { index: { _index: index, _id: id, routing: String(district) } },
        {
          district,
          state: appeal.state,
          receivedOn: appeal.receivedOn,
          month: appeal.receivedMonth,
          topics: questions.map(({ topic }) => topic),
          departments: questions.map((one) => one.department),
          text: lemmasOf(text.words, analyse),
        },
      ]);
      const { errors } = await client.bulk({ operations });
      if (errors) throw new Error('the server refused a document of the bare client');
    },
    ready: async () => void (await client.indices.refresh({ index })),
    async search(district, { must, mustNot = [], filter = [] }, size) {
      const { hits } = await client.search({
        index,
        routing: String(district),
        size,
        track_total_hits: true,
        _source: false,
        query: { bool: { must: [...must], must_not: [...mustNot], filter: [{ term: { district } }, ...filter] } },
        aggs: Object.fromEntries(
          Object.entries(facets).map(([facet, field]) => [facet, { terms: { field, size: 50 } }]),
        ),
      });
      return (hits.total as estypes.SearchTotalHits).value;
    },
    close: () => client.close(),
  };
}

/** Each word's most probable lemma, in order. */
export function lemmasOf(words: string, analyse: Analyse): string {
  return words
    .trim()
    .split(' ')
    .map((word) => analyse(word).lemmas[0]?.form ?? word)
    .join(' ');
}
