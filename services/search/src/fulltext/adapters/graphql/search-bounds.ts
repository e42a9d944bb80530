import { BadInput } from '@otklik/host';
import { bulkhead, BulkheadRejectedError, type BulkheadPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { SearchTooCostly } from '../../application/search-too-costly.js';

/** Of one official at once, and those that wait for their turn. */
const OFFICIAL = { running: 2, waiting: 8 };
/** Of one district's officials, or of those who search in several: fewer than the service has connections. */
const DISTRICT = { running: 3, waiting: 40 };
const MAX_KEYS = 10_000;
const RETRY_AFTER_S = 2;

export interface BoundedSearch {
  readonly official: string;
  readonly districts: readonly number[];
  /** Of the words, for errors. */
  readonly path: string;
}

/**
 * Bulkheads: an official's searches wait for each other, and take one turn each among those of the district, so that neither
 * stalls the others. What finds no place to wait is refused at once.
 */
export class SearchBounds {
  private readonly officials = new LRUCache<string, BulkheadPolicy>({ max: MAX_KEYS });
  private readonly districts = new LRUCache<string, BulkheadPolicy>({ max: MAX_KEYS });

  async run<Result>({ official, districts, path }: BoundedSearch, search: () => Promise<Result>): Promise<Result> {
    const own = bulkheadOf(this.officials, official, OFFICIAL);
    const shared = bulkheadOf(this.districts, districts.length === 1 ? String(districts[0]) : 'several', DISTRICT);
    try {
      return await own.execute(() => shared.execute(search));
    } catch (error) {
      if (error instanceof BulkheadRejectedError)
        throw new BadInput('TOO_MANY_SEARCHES', path, { seconds: RETRY_AFTER_S }, `Retry after ${RETRY_AFTER_S} s.`);
      if (error instanceof SearchTooCostly)
        throw new BadInput('SEARCH_TOO_COSTLY', path, {}, 'Add a word that the texts hold, or a filter.');
      throw error;
    }
  }
}

type Places = typeof OFFICIAL;

function bulkheadOf(kept: LRUCache<string, BulkheadPolicy>, key: string, { running, waiting }: Places): BulkheadPolicy {
  const known = kept.get(key) ?? bulkhead(running, waiting);
  kept.set(key, known);
  return known;
}
