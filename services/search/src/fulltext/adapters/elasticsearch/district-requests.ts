import type { estypes } from '@elastic/elasticsearch';
import type { Districts } from '../../../register/application/list/register-reader.js';
import { SearchServerAway } from '../../application/search-server-away.js';
import { asking, type SearchServer } from './search-server.js';

export type Query = NonNullable<estypes.QueryDslQueryContainer>;

/** What is asked for, without saying of whom. */
export interface Asked {
  /** What must be held, and ranks. */
  readonly must?: readonly Query[];
  /** What adds to the score of those that are found. */
  readonly scores?: readonly Query[];
  readonly filters?: readonly Query[];
  readonly without?: readonly Query[];
  readonly body: Omit<estypes.SearchRequest, 'query' | 'index' | 'routing'>;
}

export type Answer = estypes.SearchResponseBody<unknown>;

/** The server gives up by itself after this, so that a slow answer does not cost it more than us. */
const SERVER_TIMEOUT = '2s';

/**
 * Every search that this service sends goes through here, and is given its districts here: as a filter, and as the routing
 * to their shards. What is gone has no district, so no search finds it.
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

function within(districts: Districts, { must = [], scores = [], filters = [], without = [], body }: Asked) {
  return {
    _source: false,
    timeout: SERVER_TIMEOUT,
    ...body,
    query: {
      bool: {
        filter: [{ terms: { district: [...districts] } }, ...filters],
        must: [...must],
        should: [...scores],
        minimum_should_match: 0,
        must_not: [...without],
      },
    },
  };
}

/** An answer of some of the shards is no answer. */
function whole(answer: Answer): Answer {
  if (answer.timed_out) throw new SearchServerAway('timed out');
  if (answer._shards.failed > 0) throw new SearchServerAway('shards failed');
  return answer;
}
