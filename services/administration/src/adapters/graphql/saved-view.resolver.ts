import { Context, Query, Resolver } from '@nestjs/graphql';
import type {
  FollowViewInput,
  RemoveViewInput,
  SavedView,
  SaveViewInput,
  ShareViewInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { Directory, type Actor, type District } from '@otklik/tenancy';
import { FollowViews, type Followed } from '../../application/follow-views.js';
import { KeepViews, mayChange } from '../../application/keep-views.js';
import { mayBeSent } from '../../application/search-news.js';
import type { ViewVersion } from '../../store/saved-views.js';
import { officialView } from './official-view.js';

const MAX_NAME_LENGTH = 60;
const MAX_WORDS_LENGTH = 200;
const MAX_QUERY_LENGTH = 1_000;
const MAX_COLUMNS = 30;

const LIST = /^[a-z]{1,20}(-[a-z]{1,20}){0,3}$/;
/** Codes, days and ids: what a person types as words has a field of its own. */
const QUERY = /^((?!q=)[a-z]{1,12}=[A-Za-z0-9_.-]{1,120}(&(?!$)|$)){0,20}$/;
const COLUMN = /^[A-Za-z_]{1,20}$/;

type ViewAddress = Pick<SaveViewInput, 'key' | 'list' | 'query' | 'columns'>;

type Opening = Pick<FollowViewInput, 'key' | 'seenOn' | 'seenCount'>;

@Resolver()
export class SavedViewResolver {
  constructor(
    private readonly views: KeepViews,
    private readonly following: FollowViews,
    private readonly directory: Directory,
  ) {}

  @Query('savedViews')
  async savedViews(@Context() { district, actor }: PermittedContext): Promise<readonly SavedView[]> {
    if (!district) throw new NotFound();
    const [views, followed] = await Promise.all([
      this.views.seenBy(actor, district),
      this.following.of(actor, district),
    ]);
    return views.map((view) => this.view(view, followed.get(view.id), actor, district));
  }

  @Command()
  async saveView(
    @Input<ViewAddress>(
      { name: { max: MAX_NAME_LENGTH }, words: { max: MAX_WORDS_LENGTH, optional: true } },
      checkAddress,
    )
    input: SaveViewInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.answer(await this.views.save(ctx, input), ctx);
  }

  @Command()
  async shareView(@Input() input: ShareViewInput, @Ctx() ctx: ClientCommandContext) {
    return this.answer(await this.views.share(ctx, input), ctx);
  }

  @Command()
  async removeView(@Input() input: RemoveViewInput, @Ctx() ctx: ClientCommandContext) {
    return this.answer(await this.views.remove(ctx, input), ctx);
  }

  @Command()
  async followView(@Input<Opening>({}, checkSeen) input: FollowViewInput, @Ctx() ctx: ClientCommandContext) {
    return this.answer(await this.following.follow(ctx, input), ctx);
  }

  private async answer(version: ViewVersion, { sender, inDistrict }: ClientCommandContext) {
    const followed = (await this.following.of(sender, inDistrict)).get(version.id);
    return { __typename: 'SavedView', ...this.view(version, followed, sender, inDistrict) } as const;
  }

  private view(view: ViewVersion, followed: Followed | undefined, actor: Actor, district: District): SavedView {
    const { id, version, name, list, query, words, columns, isShared, department, owner } = view;
    return {
      id,
      version,
      name,
      list,
      query,
      words,
      columns: [...columns],
      isShared,
      department,
      owner: officialView(this.directory, district, owner) ?? null,
      isOwn: actor.kind === 'official' && owner === actor.id,
      mayChange: mayChange(view, actor, district),
      followed: followed ? { ...followed, ways: [...followed.ways] } : null,
      mayBeSent: mayBeSent(view),
    };
  }
}

function checkAddress({ list, query, columns }: ViewAddress): void {
  if (!LIST.test(list)) throw new BadInput('VALUE_MALFORMED', 'input.list');
  if (query.length > MAX_QUERY_LENGTH || !QUERY.test(query)) throw new BadInput('VALUE_MALFORMED', 'input.query');
  if ((columns?.length ?? 0) > MAX_COLUMNS) throw new BadInput('TOO_MANY_ITEMS', 'input.columns', { max: MAX_COLUMNS });
  if (columns?.some((id) => !COLUMN.test(id))) throw new BadInput('VALUE_MALFORMED', 'input.columns');
}

function checkSeen({ seenCount }: Opening): void {
  if ((seenCount ?? 0) < 0) throw new BadInput('VALUE_MALFORMED', 'input.seenCount');
}
