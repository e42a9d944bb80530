import { Context, Query, Resolver } from '@nestjs/graphql';
import type { RemoveViewInput, SavedView, SaveViewInput, ShareViewInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { Directory, type Actor, type District } from '@otklik/tenancy';
import { KeepViews, mayChange } from '../../application/keep-views.js';
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

@Resolver()
export class SavedViewResolver {
  constructor(
    private readonly views: KeepViews,
    private readonly directory: Directory,
  ) {}

  @Query('savedViews')
  async savedViews(@Context() { district, actor }: PermittedContext): Promise<readonly SavedView[]> {
    if (!district) throw new NotFound();
    return (await this.views.seenBy(actor, district)).map((view) => this.view(view, actor, district));
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

  private answer(version: ViewVersion, { sender, inDistrict }: ClientCommandContext) {
    return { __typename: 'SavedView', ...this.view(version, sender, inDistrict) } as const;
  }

  private view(view: ViewVersion, actor: Actor, district: District): SavedView {
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
    };
  }
}

function checkAddress({ list, query, columns }: ViewAddress): void {
  if (!LIST.test(list)) throw new BadInput('VALUE_MALFORMED', 'input.list');
  if (query.length > MAX_QUERY_LENGTH || !QUERY.test(query)) throw new BadInput('VALUE_MALFORMED', 'input.query');
  if ((columns?.length ?? 0) > MAX_COLUMNS) throw new BadInput('TOO_MANY_ITEMS', 'input.columns', { max: MAX_COLUMNS });
  if (columns?.some((id) => !COLUMN.test(id))) throw new BadInput('VALUE_MALFORMED', 'input.columns');
}
