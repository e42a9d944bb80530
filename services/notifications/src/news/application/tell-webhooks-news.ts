import { Injectable } from '@nestjs/common';
import { Clock, uuidv5 } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import {
  countedFilters,
  Directory,
  isReaderOf,
  searchedDistricts,
  type District,
  type FollowedSearch,
} from '@otklik/tenancy';
import { LetterSettings } from '../../letters/application/send-letter.js';
import type { SearchMessage } from '../../webhooks/domain/webhook-message.js';
import { WebhookQueue } from '../../webhooks/store/webhook-queue.js';
import { CountedAppeals, type FoundAppeal } from '../store/counted-appeals.js';
import { newsLink } from './news-link.js';

/** What is new in searches, for the webhooks of their district: at most once an hour a search, each appeal once. */
@Injectable()
export class TellWebhooksNews {
  constructor(
    private readonly appeals: CountedAppeals,
    private readonly queue: WebhookQueue,
    private readonly directory: Directory,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers of how many searches webhooks are sent something. What cannot be counted stops no other search. */
  async sendDue(): Promise<number> {
    let sent = 0;
    for (const district of this.directory.districts()) {
      for (const search of district.followedSearches ?? []) {
        const isSent = await this.ofSearch(search, district).catch((error: unknown) => {
          this.logger.warn('a saved search could not be counted', { district: district.id, error });
          return false;
        });
        sent += Number(isSent);
      }
    }
    return sent;
  }

  private async ofSearch(search: FollowedSearch, district: District): Promise<boolean> {
    const filters = countedFilters(search.query);
    const since = this.readersSince(search, district);
    if (!filters || since === undefined) return false;
    const at = this.clock.now();
    const asked = { district: district.id, search: search.id, at };
    if (!(await this.appeals.isDue(asked))) return false;
    // The district of the webhook alone, whatever else its followers may search.
    const found = await this.appeals.found(district, filters, since, at);
    return this.appeals.countForWebhooks(asked, found, (tx, fresh) => {
      const message = this.message(search, district, fresh, at);
      const fact = { district: district.id, id: message.data.id, appeal: search.id, at, recordedAt: at };
      return this.queue.add(tx, fact, message);
    });
  }

  /** Of the first who chose it and still may; undefined: of none. */
  private readersSince(search: FollowedSearch, district: District): string | undefined {
    const instants = district.officials.flatMap((official) => {
      const reader = isReaderOf(search, 'WEBHOOK', official, district);
      return reader && searchedDistricts({ districts: [district.code] }, official, [district]).length > 0
        ? [reader.since]
        : [];
    });
    return instants.sort()[0];
  }

  private message(
    { id: search }: FollowedSearch,
    { code }: District,
    fresh: readonly FoundAppeal[],
    at: string,
  ): SearchMessage {
    const [since = ''] = fresh.map(({ receivedOn }) => receivedOn).sort();
    const id = uuidv5(search, `news/${at}`);
    const link = newsLink(this.settings, search, since) ?? null;
    const data = { version: 1, id, district: code, search, count: fresh.length, link, at } as const;
    return { type: 'SAVED_SEARCH_GREW', timestamp: at, data };
  }
}
