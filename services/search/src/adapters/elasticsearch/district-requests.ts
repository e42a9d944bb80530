import type { estypes } from '@elastic/elasticsearch';
import type { Districts } from '../../application/index/search-index.js';
import { SearchServerAway } from '../../application/index/search-server-away.js';
import { asking, type SearchServer } from './search-server.js';

export type Query = NonNullable<estypes.QueryDslQueryContainer>;

/** What is asked for, without saying of whom. */
export interface Asked {
  /** Counts for the score. */
  readonly scored?: Query;
  readonly filters?: readonly Query[];
  readonly without?: readonly Query[];
  readonly body: Omit<estypes.SearchRequest, 'query' | 'index' | 'routing'>;
}

export type Answer = estypes.SearchResponseBody<unknown>;

/** The server gives up by itself after this, so that a slow answer does not cost it more than us. */
const SERVER_TIMEOUT = '2s';

/**
 * Every search that this service sends goes through here, and is given its districts here: as a filter, and as the routing
 * to their shards. Appeals that are gone are left out here as well.
 */
export class DistrictRequests {
  constructor(
    private readonly server: SearchServer,
    private readonly index: string,
  ) {}

  async search(districts: Districts, asked: Asked): Promise<Answer> {
    const to = { index: this.index, routing: districts.join() };
    return whole(await asking(() => this.server.client.search({ ...to, ...within(districts, asked) })));
  }
}

function within(districts: Districts, { scored, filters = [], without = [], body }: Asked) {
  const ours: Query[] = [{ terms: { district: [...districts] } }, { term: { gone: false } }];
  return {
    _source: false,
    timeout: SERVER_TIMEOUT,
    ...body,
    query: {
      bool: { ...(scored ? { must: [scored] } : {}), filter: [...ours, ...filters], must_not: [...without] },
    },
  };
}

/** An answer of some of the shards is no answer. */
function whole(answer: Answer): Answer {
  if (answer.timed_out) throw new SearchServerAway('timed out');
  if (answer._shards.failed > 0) throw new SearchServerAway('shards failed');
  return answer;
}
