import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  AppealCard,
  Applicant,
  NoticeConnection,
  QueryAppealArgs,
  QueryApplicantArgs,
  QueryOralNoticesArgs,
} from '@otklik/contracts/generated/graphql';
import { readConsistencyToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { holds, officialRoles } from '@otklik/tenancy';
import { cardView, noticeView } from '../../application/register/card-view.js';
import { decryptMany } from '../../application/register/clear-texts.js';
import { viewing } from '../../application/register/row-view.js';
import type { ListPosition } from '../postgres/register-list.js';
import { listName } from './given-filter.js';
import { connectionOf, pageRequest, withOneMore } from './connection.js';
import { districtOf, type SearchParts } from './search-parts.js';

/** Analysts read texts and answers; drafts, notes and officials' reasons are the work of these. */
const workRoles = officialRoles.filter((role) => !['ANALYST', 'REPUBLIC_ANALYST', 'DISTRICT_ADMIN'].includes(role));

@Resolver()
export class RegisterResolver {
  constructor(private readonly parts: SearchParts) {}

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
