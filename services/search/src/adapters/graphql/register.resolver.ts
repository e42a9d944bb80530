import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AppealCard,
  AppealRow,
  Applicant,
  NoticeConnection,
  QueryAppealArgs,
  QueryAppealsArgs,
  QueryApplicantArgs,
  QueryOralNoticesArgs,
} from '@otklik/contracts/generated/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { readConsistencyToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { holds, officialRoles } from '@otklik/tenancy';
import { cardView, noticeView } from '../../application/register/card-view.js';
import { decryptMany } from '../../application/register/clear-texts.js';
import type { RegisterFilter } from '../../application/register/register-filter.js';
import { rowView, viewing } from '../../application/register/row-view.js';
import type { ListPosition } from '../postgres/register-list.js';
import type { Total } from '../postgres/register-reader.js';
import { givenFilter, listName } from './given-filter.js';
import { asksForLiveCursor } from './asks-for.js';
import { connectionOf, pageRequest, withOneMore, type Connection } from './connection.js';
import { liveCursor } from './live-cursor.js';
import { districtOf, type SearchParts } from './search-parts.js';

/** Analysts read texts and answers; drafts, notes and officials' reasons are the work of these. */
const workRoles = officialRoles.filter((role) => !['ANALYST', 'REPUBLIC_ANALYST', 'DISTRICT_ADMIN'].includes(role));

interface AppealPage extends Connection<AppealRow> {
  /** Absent when the query does not select it. */
  readonly liveCursor: string | undefined;
  readonly stale: boolean;
  /** What `total` counts, when it is asked for. */
  readonly counted: { readonly district: number; readonly filter: RegisterFilter };
}

@Resolver()
export class RegisterResolver {
  constructor(private readonly parts: SearchParts) {}

  @Query('appeals')
  async appeals(
    @Args() args: QueryAppealsArgs,
    @Context() context: PermittedContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AppealPage> {
    const { directory, reader, now, cursorKey } = this.parts;
    const district = districtOf(context);
    const at = now();
    const order = args.order ?? 'DEADLINE';
    const list = { key: cursorKey, name: listName('appeals', district.id, order, args.filter ?? {}) };
    const page = pageRequest<ListPosition>(args, list);
    const filter = givenFilter(args.filter, [district], at);
    // Before the rows: a change between the two reads is delivered twice and not missed.
    const [holds, change] = await Promise.all([
      reader.holds([district.id], readConsistencyToken(args.consistentWith)),
      asksForLiveCursor(info) ? reader.newestChange(district.id) : undefined,
    ]);
    const rows = await reader.appeals({ district: district.id, filter, order, ...withOneMore(page) });
    const view = viewing(directory, district, at);
    return {
      ...connectionOf(page, rows, list, {
        node: ({ row }) => rowView(row, view),
        position: ({ position }) => position,
      }),
      liveCursor: change === undefined ? undefined : liveCursor(cursorKey, district.id, change),
      stale: !holds,
      counted: { district: district.id, filter },
    };
  }

  @Query('appeal')
  async appeal(@Args() args: QueryAppealArgs, @Context() context: PermittedContext): Promise<AppealCard | null> {
    const { directory, reader, now, vault } = this.parts;
    const district = districtOf(context);
    const fresh = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const row = await reader.row(district.id, args.id);
    if (!row) return null;
    const history = await reader.history(district.id, row.id);
    // Not by the role that permitted this: in a small district one official has several.
    const seesWork = workRoles.some((role) => holds(context.actor, district.id, role));
    const cardReader = { language: context.language, seesWork };
    const card = await cardView(row, history, cardReader, viewing(directory, district, now()), vault);
    return { ...card, stale: !fresh };
  }

  @Query('applicant')
  async applicant(@Args() args: QueryApplicantArgs, @Context() context: PermittedContext): Promise<Applicant | null> {
    const { reader, vault, now } = this.parts;
    const { actor, role } = context;
    const district = districtOf(context);
    if (actor.kind !== 'official') throw new Unauthenticated();
    const row = await reader.row(district.id, args.appeal);
    const received = row?.fold.appeal.received;
    if (!received || !row) return null;
    // Recorded before it is shown: an opening that is not on record did not happen.
    await reader.recordOpening(district.id, row.id, actor.id, role, now());
    const placed = (['name', 'contact'] as const).map((field) => ({ sealed: received[field], field }));
    const [name, contact] = row.erased ? [] : await decryptMany(vault, district.id, placed);
    return { name: name ?? null, contact: contact ?? null, identified: received.identified };
  }

  @Query('oralNotices')
  async oralNotices(
    @Args() args: QueryOralNoticesArgs,
    @Context() context: PermittedContext,
  ): Promise<NoticeConnection> {
    const { reader, cursorKey } = this.parts;
    const district = districtOf(context);
    const list = { key: cursorKey, name: listName('oralNotices', district.id) };
    const page = pageRequest<ListPosition>(args, list);
    const holds = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const notices = await reader.oralNotices(district.id, withOneMore(page));
    return {
      ...connectionOf(page, notices, list, {
        node: noticeView,
        position: ({ id, notice }) => [notice.openedAt, id],
      }),
      stale: !holds,
    };
  }
}

/** Counted only when asked for, and once for both fields. */
@Resolver('AppealConnection')
export class AppealConnectionResolver {
  private readonly totals = new WeakMap<AppealPage, Promise<Total>>();

  constructor(private readonly parts: Pick<SearchParts, 'reader'>) {}

  @ResolveField('total')
  async total(@Parent() page: AppealPage): Promise<number> {
    return (await this.counted(page)).count;
  }

  @ResolveField('totalIsExact')
  async totalIsExact(@Parent() page: AppealPage): Promise<boolean> {
    return (await this.counted(page)).isExact;
  }

  private counted(page: AppealPage): Promise<Total> {
    const { district, filter } = page.counted;
    const total = this.totals.get(page) ?? this.parts.reader.count('APPEALS', district, filter);
    this.totals.set(page, total);
    return total;
  }
}
