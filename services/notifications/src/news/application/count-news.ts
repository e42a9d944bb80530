import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import {
  countedFilters,
  Directory,
  isReaderOf,
  searchedDistricts,
  type District,
  type FollowedSearch,
  type Official,
} from '@otklik/tenancy';
import { CountedAppeals } from '../store/counted-appeals.js';

/** What is new in a saved search: neither its name nor what it looks for. */
export interface SearchNews {
  /** Id of the search. */
  readonly search: string;
  readonly count: number;
  /** The day on which the first of them was received. */
  readonly since: LocalDate;
}

/** What is new in the searches that officials follow. */
@Injectable()
export class CountNews {
  constructor(
    private readonly appeals: CountedAppeals,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** For the letter of the day, each appeal in one letter. A search that cannot be counted costs its own line alone. */
  async forLetter({ id }: Official, district: District, day: LocalDate): Promise<readonly SearchNews[]> {
    // With the roles in every district: the search is over all of them.
    const official = this.directory.officialById(id);
    const news: SearchNews[] = [];
    for (const search of official ? (district.followedSearches ?? []) : []) {
      const counted = await this.counted(search, official!, district, day).catch((error: unknown) => {
        this.logger.warn('a saved search could not be counted', { district: district.id, error });
        return undefined;
      });
      if (counted) news.push(counted);
    }
    return news;
  }

  /** Undefined: nothing, or he is no reader of it. */
  private async counted(
    search: FollowedSearch,
    official: Official,
    district: District,
    day: LocalDate,
  ): Promise<SearchNews | undefined> {
    const reader = isReaderOf(search, 'LETTER', official, district);
    const filters = countedFilters(search.query);
    if (!reader || !filters) return undefined;
    const at = this.clock.now();
    const searched = searchedDistricts(filters, official, this.directory.districts());
    // In turn: the connections are everybody's.
    const found = [];
    for (const one of searched) found.push(await this.appeals.found(one, filters, reader.since, at));
    const counting = { district: district.id, search: search.id, official: official.id, day, at };
    const fresh = await this.appeals.count(counting, found.flat());
    const [since] = fresh.map(({ receivedOn }) => receivedOn).sort();
    return since === undefined ? undefined : { search: search.id, count: fresh.length, since };
  }
}
