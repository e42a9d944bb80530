import { Injectable } from '@nestjs/common';
import type { FollowViewInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import type { Actor, District } from '@otklik/tenancy';
import { FollowedViews, type Seen } from '../store/followed-views.js';
import type { ViewVersion } from '../store/saved-views.js';
import { KeepViews } from './keep-views.js';

/** What is new in a view, for each official who asked to see it: by what he had seen when he opened it last. */
@Injectable()
export class FollowViews {
  constructor(
    private readonly views: KeepViews,
    private readonly followed: FollowedViews,
  ) {}

  /** By the id of the view. */
  async of(actor: Actor, { id }: District): Promise<ReadonlyMap<string, Seen>> {
    return actor.kind === 'official' ? this.followed.of(id, actor.id) : new Map<string, Seen>();
  }

  /** Throws `Refusal` NOT_FOUND of a view that the official does not see, FORBIDDEN. */
  async follow(
    { district, inDistrict, sender, at, commandId: command }: ClientCommandContext,
    { id, seenOn, seenCount }: FollowViewInput,
  ): Promise<ViewVersion> {
    const official = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
    const view = (await this.views.seenBy(sender, inDistrict)).find((one) => one.id === id) ?? refuse('NOT_FOUND');
    const seen = seenOn ? { seenOn, seenCount: seenCount ?? 0 } : undefined;
    await this.followed.put({ district, official, id, seen, at, command });
    return view;
  }
}
