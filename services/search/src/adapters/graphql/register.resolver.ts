import { randomUUID } from 'node:crypto';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type {
  AppealCard,
  NoticeConnection,
  QueryAppealArgs,
  QueryOralNoticesArgs,
} from '@otklik/contracts/generated/graphql';
import { BadInput, Forbidden, readConsistencyToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { Directory, holds, officialRoles, type District, type OfficialRole } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import type { GraphQLResolveInfo } from 'graphql';
import { cardView, noticeView } from '../../application/register/card-view.js';
import { listedRow } from '../../application/register/listed-row.js';
import type { RegisterRow } from '../../application/register/register-row.js';
import { Openings } from '../../application/register/openings.js';
import { mayReadCard, rowView, viewing } from '../../application/register/row-view.js';
import { typedNumber } from '../../application/register/typed-number.js';
import type { ListPosition } from '../../application/register/register-list.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import { asksForContents } from './asks-for.js';
import { listName } from './given-filter.js';
import { connectionOf, pageRequest, withOneMore } from './connection.js';
import { districtOf } from './district-of.js';

/** Analysts read texts and answers; drafts, notes and officials' reasons are the work of these. */
const workRoles = officialRoles.filter((role) => !['ANALYST', 'REPUBLIC_ANALYST', 'DISTRICT_ADMIN'].includes(role));

const MAX_EARLIER = 20;

@Resolver()
export class RegisterResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('appeal')
  async appeal(
    @Args() args: QueryAppealArgs,
    @Context() context: PermittedContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AppealCard | null> {
    const { directory, reader, clock, vault } = this;
    const district = districtOf(context);
    const fresh = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const row = await this.asked(args, district);
    if (!row) return null;
    const view = viewing(directory, district, clock.now(), context.actor);
    if (!mayReadCard(listedRow(row), view)) throw new Forbidden('the card is read by the departments of its questions');
    // Recorded before it is shown: an opening that is not on record did not happen.
    if (asksForContents(info)) await this.record(district.id, row.id, context);
    const history = await reader.history(district.id, row.id);
    // Not by the role that permitted this: in a small district one official has several.
    const seesWork = workRoles.some((role) => holds(context.actor, district.id, role));
    const cardReader = { language: context.language, seesWork };
    const card = await cardView(row, history, cardReader, view, vault);
    const earlier = (await reader.earlier(row, MAX_EARLIER)).map((one) => rowView(one, view));
    return { ...card, earlier, stale: !fresh };
  }

  private async record(district: number, appeal: string, { actor, role }: PermittedContext): Promise<void> {
    if (actor.kind !== 'official') throw new Unauthenticated();
    const opening = { id: randomUUID(), appeal, official: actor.id, role: role as OfficialRole, at: this.clock.now() };
    await this.openings.recordCard(district, { ...opening, kind: 'CARD' });
  }

  /** By id, or by a number in any spelling. */
  private async asked({ id, number }: QueryAppealArgs, district: District): Promise<RegisterRow | undefined> {
    const { reader, clock } = this;
    if (id) return reader.row(district.id, id);
    if (!number) throw new BadInput('BAD_INPUT', 'id', {}, 'The id or the number is needed.');
    const filter = typedNumber(number, [district], (zone) => localDate(clock.now(), zone));
    const request = { district: district.id, filter, order: 'NEWEST', limit: 1, backward: false } as const;
    const [found] = await reader.appeals(request);
    return found && reader.row(district.id, found.row.id);
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
    const appeals = [...new Set(notices.map(({ appeal }) => appeal))];
    const rows = new Map((await reader.rows([district.id], appeals)).map((row) => [row.id, row]));
    const view = viewing(this.directory, district, this.clock.now(), context.actor);
    return {
      ...connectionOf(page, notices, list, {
        node: (notice) => noticeView(notice, rows.get(notice.appeal), view),
        position: ({ id, notice }) => [notice.openedAt, id],
      }),
      stale: !holds,
    };
  }
}
