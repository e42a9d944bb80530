import { Injectable } from '@nestjs/common';
import type { SearchNewsWay } from '@otklik/contracts/enumerations';
import type { FollowViewInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { Database, type Actor, type District, type Transaction } from '@otklik/tenancy';
import { FollowedViews, type Seen } from '../store/followed-views.js';
import { SavedViews, type ViewVersion } from '../store/saved-views.js';
import { isSeenBy } from './keep-views.js';
import { SearchNews } from './search-news.js';

/** What an official had seen of a view, and by which ways he is sent what is new. */
export interface Followed extends Seen {
  readonly ways: readonly SearchNewsWay[];
}

/** What is new in a view, for each official who asked to see it: by what he had seen when he opened it last. */
@Injectable()
export class FollowViews {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
    private readonly followed: FollowedViews,
    private readonly news: SearchNews,
  ) {}

  /** By the id of the view. */
  async of(actor: Actor, { id: district }: District): Promise<ReadonlyMap<string, Followed>> {
    if (actor.kind !== 'official') return new Map();
    return this.database.scope(district).transaction(async (tx) => {
      const seen = await this.followed.of(tx, district, actor.id);
      const ways = await this.news.waysOf(tx, district, actor.id);
      return new Map([...seen].map(([id, one]) => [id, { ...one, ways: ways.get(id) ?? [] }]));
    });
  }

  /** Throws `Refusal` NOT_FOUND of a view that the official does not see, FORBIDDEN, SEARCH_NEWS_UNCOUNTED. */
  async follow(ctx: ClientCommandContext, { id, seenOn, seenCount, ways }: FollowViewInput): Promise<ViewVersion> {
    const { district, sender, at, commandId: command } = ctx;
    const official = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
    const seen = seenOn ? { seenOn, seenCount: seenCount ?? 0 } : undefined;
    const chosen = seen ? (ways ?? undefined) : [];
    return this.database.scope(district).transaction(async (tx) => {
      // A change of the filters meanwhile would be lost; an opening alone waits for no other.
      if (chosen) await this.views.lock(tx, district);
      const view = await this.seen(tx, ctx, id);
      const isNew = await this.followed.put(tx, { district, official, id, seen, at, command });
      if (isNew && chosen) await this.news.choose(tx, view, { official, ways: chosen, at });
      return view;
    });
  }

  private async seen(tx: Transaction, { district, sender, inDistrict }: ClientCommandContext, id: string) {
    const view = await this.views.newest(tx, district, id);
    return view && !view.removed && isSeenBy(view, sender, inDistrict) ? view : refuse('NOT_FOUND');
  }
}
