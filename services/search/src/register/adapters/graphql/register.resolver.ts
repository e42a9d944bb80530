import { actingNever } from '@otklik/case/case-actions';
import { randomUUID } from 'node:crypto';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type {
  NoticeConnection,
  QueryAppealArgs,
  QueryOralNoticesArgs,
  QueryPosNoticesArgs,
} from '@otklik/contracts/generated/graphql';
import {
  BadInput,
  Forbidden,
  openedBy,
  readConsistencyToken,
  type PermittedContext,
  connectionOf,
  pageRequest,
  withOneMore,
} from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import type { GraphQLResolveInfo } from 'graphql';

import { cardView } from '../../application/card/card-view.js';
import { noticeView } from '../../application/card/notice-view.js';
import { proposedRepeat } from '../../application/fold/repeat-of.js';
import { listedRow } from '../../application/list/listed-row.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { beginsExport, recordExport } from '../../../records/adapters/graphql/record-export.js';
import { Openings } from '../../../records/application/openings.js';
import { rowAsOf } from '../../application/card/row-as-of.js';
import { mayReadCard, rowView, viewing, type Viewing } from '../../application/card/row-view.js';
import { seesWork } from '../../application/card/sees-work.js';
import { typedNumber } from '../../application/list/typed-number.js';
import type { ListPosition } from '../../application/list/register-list.js';
import { worklistOf } from '../../application/list/worklists.js';
import { RegisterReader, type EarlierRows, type RowWithHistory } from '../../application/list/register-reader.js';
import { asksForContents } from './asks-for.js';
import type { CardAsOf } from './reactions.resolver.js';
import { listName } from './given-filter.js';
import { districtOf } from './district-of.js';

const MAX_EARLIER = 20;

/** What a card is made of. */
interface Case extends RowWithHistory {
  readonly earlier: EarlierRows;
}

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
  ): Promise<CardAsOf | null> {
    const { directory, reader, clock } = this;
    const district = districtOf(context);
    const fresh = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const found = await this.asked(args, district);
    if (!found) return null;
    const { row, history } = found;
    const view = viewing(directory, district, clock.now(), context.actor, context.language);
    if (!mayReadCard(listedRow(row), view)) throw new Forbidden('the card is read by the departments of its questions');
    // Recorded before it is shown: an opening that is not on record did not happen.
    if (asksForContents(info)) await this.record(district, row, context);
    const until = args.at ? { until: new Date(args.at).toISOString() } : {};
    const earlier = await reader.earlier(row, { limit: MAX_EARLIER, ...until });
    if (!args.at) return { ...(await this.card({ row, history, earlier }, view, context)), stale: !fresh };
    const past = await this.known({ row, history, earlier }, args.at);
    const then = { ...viewing(directory, district, args.at, context.actor, context.language), acting: actingNever };
    return past && { ...(await this.card(past, then, context)), ...until, stale: !fresh };
  }

  private async card(
    { row, history, earlier }: Case,
    view: Viewing,
    { actor, language }: PermittedContext,
  ): Promise<Omit<CardAsOf, 'stale'>> {
    const reader = { language, seesWork: seesWork(actor, view.district.id) };
    const card = await cardView(row, history, reader, view, this.vault);
    return {
      ...card,
      districtId: view.district.id,
      earlier: earlier.rows.map((one) => rowView(one, view)),
      earlierTotal: earlier.total,
      proposedRepeat: row.fold.appeal.repeat ? null : proposedRepeat(listedRow(row), earlier.rows, view.district.zone),
    };
  }

  /** The case as it was known at the instant; null before the appeal was received. */
  private async known({ row, history, earlier }: Case, at: string): Promise<Case | null> {
    const until = Date.parse(at);
    const isKnown = (recordedAt: string): boolean => Date.parse(recordedAt) <= until;
    const knownHistory = history.filter((event) => isKnown(event.at));
    const past = await rowAsOf(row, knownHistory, this.vault);
    if (!past) return null;
    return { row: past, history: knownHistory, earlier };
  }

  private async record(district: District, row: RegisterRow, context: PermittedContext): Promise<void> {
    const at = this.clock.now();
    const by = openedBy(context, district.id, (sender) =>
      mayReadCard(listedRow(row), viewing(this.directory, district, at, sender, context.language)),
    );
    if (!by) throw new Forbidden();
    await this.openings.recordOnce(district.id, { id: randomUUID(), kind: 'CARD', appeal: row.id, ...by, at });
  }

  /** By id, or by a number in any spelling. */
  private async asked({ id, number }: QueryAppealArgs, district: District): Promise<RowWithHistory | undefined> {
    const { reader, clock } = this;
    if (id) return reader.rowWithHistory(district.id, id);
    if (!number) throw new BadInput('BAD_INPUT', 'id', {}, 'The id or the number is needed.');
    const filter = typedNumber(number, [district], (zone) => localDate(clock.now(), zone));
    const request = { district: district.id, filter, order: 'NEWEST', limit: 1, backward: false } as const;
    const [found] = await reader.appeals(request);
    return found && reader.rowWithHistory(district.id, found.row.id);
  }

  @Query('oralNotices')
  oralNotices(@Args() args: QueryOralNoticesArgs, @Context() context: PermittedContext): Promise<NoticeConnection> {
    return this.notices('TO_CALL', args, context);
  }

  @Query('paperNotices')
  paperNotices(@Args() args: QueryOralNoticesArgs, @Context() context: PermittedContext): Promise<NoticeConnection> {
    return this.notices('TO_POST', args, context);
  }

  @Query('posNotices')
  async posNotices(@Args() args: QueryPosNoticesArgs, @Context() context: PermittedContext): Promise<NoticeConnection> {
    if (beginsExport(args)) await this.recordSaved('TO_POS', context);
    return this.notices('TO_POS', args, context);
  }

  /** The whole list is saved, with its answers. */
  private async recordSaved(worklist: 'TO_POS', context: PermittedContext): Promise<void> {
    const district = districtOf(context);
    const at = this.clock.now();
    const opened = worklistOf(worklist, context.actor, district, localDate(at, district.zone));
    if (!opened) throw new Forbidden();
    const [total] = await this.reader.counts(district.id, [opened]);
    await recordExport(this.openings, context, district.id, { at, rows: total?.count ?? 0, worklist });
  }

  private async notices(
    worklist: 'TO_CALL' | 'TO_POST' | 'TO_POS',
    args: QueryOralNoticesArgs,
    context: PermittedContext,
  ): Promise<NoticeConnection> {
    const { reader, cursorKey, clock } = this;
    const district = districtOf(context);
    const opened = worklistOf(worklist, context.actor, district, localDate(clock.now(), district.zone));
    if (opened?.way === undefined) throw new Forbidden();
    const { way, filter } = opened;
    const list = { key: cursorKey, name: listName(`notices ${way}`, district.id) };
    const page = pageRequest<ListPosition>(args, list);
    const holds = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const notices = await reader.notices(district.id, { way, departments: filter.departments }, withOneMore(page));
    const appeals = [...new Set(notices.map(({ appeal }) => appeal))];
    const rows = new Map((await reader.rows([district.id], appeals)).map((row) => [row.id, row]));
    const view = viewing(this.directory, district, this.clock.now(), context.actor, context.language);
    return {
      ...connectionOf(page, notices, list, {
        node: (notice) => noticeView(notice, rows.get(notice.appeal), view),
        position: ({ id, notice }) => [notice.openedAt, id],
      }),
      stale: !holds,
    };
  }
}
