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
import { Clock } from '@otklik/kernel';
import { Directory, holds, officialRoles } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import { cardView, noticeView } from '../../application/register/card-view.js';
import { decryptMany } from '../../application/register/clear-texts.js';
import { viewing } from '../../application/register/row-view.js';
import type { ListPosition } from '../../application/register/register-list.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import { listName } from './given-filter.js';
import { connectionOf, pageRequest, withOneMore } from './connection.js';
import { districtOf } from './district-of.js';

/** Analysts read texts and answers; drafts, notes and officials' reasons are the work of these. */
const workRoles = officialRoles.filter((role) => !['ANALYST', 'REPUBLIC_ANALYST', 'DISTRICT_ADMIN'].includes(role));

@Resolver()
export class RegisterResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly vault: Vault,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('appeal')
  async appeal(@Args() args: QueryAppealArgs, @Context() context: PermittedContext): Promise<AppealCard | null> {
    const { directory, reader, clock, vault } = this;
    const district = districtOf(context);
    const fresh = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const row = await reader.row(district.id, args.id);
    if (!row) return null;
    const history = await reader.history(district.id, row.id);
    // Not by the role that permitted this: in a small district one official has several.
    const seesWork = workRoles.some((role) => holds(context.actor, district.id, role));
    const cardReader = { language: context.language, seesWork };
    const card = await cardView(row, history, cardReader, viewing(directory, district, clock.now()), vault);
    return { ...card, stale: !fresh };
  }

  @Query('applicant')
  async applicant(@Args() args: QueryApplicantArgs, @Context() context: PermittedContext): Promise<Applicant | null> {
    const { reader, vault, clock } = this;
    const { actor, role } = context;
    const district = districtOf(context);
    if (actor.kind !== 'official') throw new Unauthenticated();
    const row = await reader.row(district.id, args.appeal);
    const received = row?.fold.appeal.received;
    if (!received || !row) return null;
    // Recorded before it is shown: an opening that is not on record did not happen.
    await reader.recordOpening(district.id, row.id, actor.id, role, clock.now());
    const placed = (['name', 'contact'] as const).map((field) => ({ sealed: received[field], field }));
    const [name, contact] = row.erased ? [] : await decryptMany(vault, district.id, placed);
    return { name: name ?? null, contact: contact ?? null, identified: received.identified };
  }

  @Query('oralNotices')
  async oralNotices(
    @Args() args: QueryOralNoticesArgs,
    @Context() context: PermittedContext,
  ): Promise<NoticeConnection> {
    const { reader, cursorKey } = this;
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
