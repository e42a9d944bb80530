import { Injectable } from '@nestjs/common';
import type { RemoveViewInput, SaveViewInput, ShareViewInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { covers, IdempotencyKeyReused, refuse, uuidv5, VersionConflict } from '@otklik/kernel';
import {
  Database,
  mayActIn,
  permissionMatrix,
  seesView,
  type Actor,
  type District,
  type Transaction,
} from '@otklik/tenancy';
import { SavedViews, type ViewVersion } from '../store/saved-views.js';
import { SearchNews } from './search-news.js';
import { TypedWords } from './typed-words.js';

const MAX_VIEWS = 50;

const sharers = permissionMatrix().get('Mutation.shareView') ?? [];

/** What a change gives the next version. */
type Edit = Pick<ViewVersion, 'isShared' | 'department' | 'name' | 'list' | 'query' | 'words' | 'columns' | 'removed'>;
/** What a change begins with. */
type Before = Edit & Pick<ViewVersion, 'id' | 'version' | 'owner'>;
const EMPTY: Edit = {
  isShared: false,
  department: null,
  name: '',
  list: '',
  query: '',
  words: null,
  columns: [],
  removed: false,
};
interface Change {
  readonly id: string;
  readonly expectedVersion: number;
}

export function isSeenBy(view: ViewVersion, actor: Actor, district: District): boolean {
  return actor.kind === 'official' && seesView(view, actor, district);
}

/** One's own, and shared ones of who may share there: so a view of an official who left can be mended. */
export function mayChange(view: ViewVersion, actor: Actor, district: District): boolean {
  if (actor.kind !== 'official') return false;
  return view.owner === actor.id || (view.isShared && mayShare(view.department, actor, district));
}

function mayShare(department: string | null, actor: Actor, district: District): boolean {
  return covers(mayActIn(actor, district, sharers), department ?? undefined);
}

/** Each change makes a version, and a repeated command gets the view that it made. */
@Injectable()
export class KeepViews {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
    private readonly typed: TypedWords,
    private readonly news: SearchNews,
  ) {}

  async seenBy(actor: Actor, district: District): Promise<readonly ViewVersion[]> {
    return (await this.views.all(district.id)).filter((view) => isSeenBy(view, actor, district));
  }

  /**
   * Throws `Refusal` NOT_FOUND, FORBIDDEN, TOO_MANY_VIEWS, VIEW_WORDS_SHARED, VIEW_WORDS_PERSONAL; `VersionConflict`;
   * `IdempotencyKeyReused`.
   */
  async save(
    ctx: ClientCommandContext,
    { name, list, query, words, columns, ...input }: SaveViewInput,
  ): Promise<ViewVersion> {
    const namesPerson = await this.typed.namesPerson(name, words);
    const given = input.id ? { id: input.id, expectedVersion: input.expectedVersion ?? 0 } : undefined;
    return this.change(ctx, given, (before) => {
      // A view outlives the erasure of a person's data, and no erasure finds a name in what is sealed for one official.
      if (namesPerson) refuse('VIEW_WORDS_PERSONAL');
      const { isShared, department } = before;
      return { isShared, department, name, list, query, words: words ?? null, columns: columns ?? [], removed: false };
    });
  }

  /** Throws what `save` throws. */
  share(ctx: ClientCommandContext, { isShared, ...input }: ShareViewInput): Promise<ViewVersion> {
    const department = isShared ? (input.department ?? null) : null;
    if (department !== null && !ctx.inDistrict.departments.some(({ code }) => code === department))
      refuse('DEPARTMENT_UNKNOWN');
    if (isShared && !mayShare(department, ctx.sender, ctx.inDistrict)) refuse('FORBIDDEN');
    return this.change(ctx, input, (before) => ({ ...before, isShared, department }));
  }

  remove(ctx: ClientCommandContext, input: RemoveViewInput): Promise<ViewVersion> {
    return this.change(ctx, input, (before) => ({ ...before, removed: true }));
  }

  private change(
    ctx: ClientCommandContext,
    given: Change | undefined,
    edit: (before: Before) => Edit,
  ): Promise<ViewVersion> {
    const { district, commandId: command, fingerprint, at: changedAt, sender } = ctx;
    const changedBy = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
    return this.database.scope(district).transaction(async (tx) => {
      await this.views.lock(tx, district);
      const repeated = await this.views.byCommand(tx, district, command);
      if (repeated) return firstResult(repeated, fingerprint);
      const before = given ? await this.changeable(tx, ctx, given) : await this.added(tx, ctx, changedBy);
      const { isShared, department, name, list, query, words, columns, removed } = edit(before);
      if (isShared && words !== null && !removed) refuse('VIEW_WORDS_SHARED');
      const { id, owner, version } = before;
      const view: ViewVersion = {
        district,
        id,
        version: version + 1,
        owner,
        isShared,
        department,
        name,
        list,
        query,
        words,
        columns,
        removed,
        changedAt,
        changedBy,
        command,
        fingerprint,
      };
      await this.views.append(tx, view);
      await this.news.viewChanged(tx, view, ctx.inDistrict);
      return view;
    });
  }

  /** A view of another that is not shared is as if it were not there. */
  private async changeable(tx: Transaction, ctx: ClientCommandContext, given: Change): Promise<ViewVersion> {
    const before = await this.views.newest(tx, ctx.district, given.id);
    if (!before || before.removed || !isSeenBy(before, ctx.sender, ctx.inDistrict)) return refuse('NOT_FOUND');
    if (!mayChange(before, ctx.sender, ctx.inDistrict)) refuse('FORBIDDEN');
    if (before.version !== given.expectedVersion) throw new VersionConflict(given.expectedVersion, before.version);
    return before;
  }

  /** What the first version of a new view follows. */
  private async added(tx: Transaction, ctx: ClientCommandContext, owner: string): Promise<Before> {
    const own = (await this.views.current(tx, ctx.district)).filter((view) => view.owner === owner);
    if (own.length >= MAX_VIEWS) refuse('TOO_MANY_VIEWS');
    return { id: uuidv5(ctx.commandId, 'view'), version: 0, owner, ...EMPTY };
  }
}

function firstResult(repeated: ViewVersion, fingerprint: string): ViewVersion {
  if (repeated.fingerprint !== fingerprint) throw new IdempotencyKeyReused('this key was used for another view');
  return repeated;
}
