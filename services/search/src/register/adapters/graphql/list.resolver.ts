import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AppealFilter,
  AppealRow,
  QueryAppealsArgs,
  QueryQuestionsArgs,
  QuestionRow,
} from '@otklik/contracts/generated/graphql';
import {
  readConsistencyToken,
  type PermittedContext,
  connectionOf,
  pageRequest,
  withOneMore,
  type Connection,
} from '@otklik/host';
import { Clock, localMoment } from '@otklik/kernel';
import { Directory, type Actor, type District } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import type { GraphQLResolveInfo } from 'graphql';
import { masking, questionRowView, rowView, viewing, type Viewing } from '../../application/card/row-view.js';
import type { ListedAt, ListPosition, ListRequest, Total } from '../../application/list/register-list.js';
import { FoundAppeals } from '../../../fulltext/application/found-appeals.js';
import type { MayAsk } from '../../../fulltext/application/search-texts.js';
import type { RegisterFilter } from '../../application/list/register-filter.js';
import { Openings, type Opening } from '../../../records/application/openings.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { asksForLiveCursor } from './asks-for.js';
import { givenFilter, listName } from './given-filter.js';
import { liveCursor } from '../../../live/adapters/graphql/live-cursor.js';
import { districtOf } from './district-of.js';
import { beginsExport, recordExport } from '../../../records/adapters/graphql/record-export.js';
import { SearchGuard } from '../../../fulltext/adapters/graphql/search-guard.js';

interface ListPage<Row> extends Connection<Row> {
  /** Absent when the query does not select it. */
  readonly liveCursor: string | undefined;
  readonly stale: boolean;
  /** Counts when it is called first. */
  readonly total: () => Promise<Total>;
}

interface ListSource<Listed, Row> {
  readonly of: 'APPEALS' | 'QUESTIONS';
  readonly read: (request: ListRequest) => Promise<readonly ListedAt<Listed>[]>;
  readonly view: (row: Listed, view: Viewing) => Row;
}

@Resolver()
export class ListResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly found: FoundAppeals,
    private readonly openings: Openings,
    private readonly guard: SearchGuard,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('appeals')
  appeals(
    @Args() args: QueryAppealsArgs,
    @Context() context: PermittedContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ListPage<AppealRow>> {
    const { reader } = this;
    const source = { of: 'APPEALS', read: (request: ListRequest) => reader.appeals(request), view: rowView } as const;
    return this.list(source, args, context, info);
  }

  @Query('questions')
  questions(
    @Args() args: QueryQuestionsArgs,
    @Context() context: PermittedContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ListPage<QuestionRow>> {
    const { reader } = this;
    const read = (request: ListRequest) => reader.questions(request);
    return this.list({ of: 'QUESTIONS', read, view: questionRowView }, args, context, info);
  }

  private async list<Listed, Row>(
    { of, read, view }: ListSource<Listed, Row>,
    args: QueryAppealsArgs,
    context: PermittedContext,
    info: GraphQLResolveInfo,
  ): Promise<ListPage<Row>> {
    const { directory, reader, cursorKey } = this;
    const district = districtOf(context);
    const at = this.clock.now();
    const order = args.order ?? 'DEADLINE';
    const list = { key: cursorKey, name: listName(of, district.id, order, args.filter ?? {}) };
    const page = pageRequest<ListPosition>(args, list);
    const now = (zone: string) => localMoment(at, zone);
    const given = givenFilter(args.filter, { actor: context.actor, districts: [district], now });
    // Before the rows: a change between the two reads is delivered twice and not missed.
    const [holds, change] = await Promise.all([
      reader.holds([district.id], readConsistencyToken(args.consistentWith)),
      asksForLiveCursor(info) ? reader.newestChange(district.id) : undefined,
    ]);
    const filter = await this.worded(args.filter?.words, given, { actor: context.actor, district });
    const rows = await read({ district: district.id, filter, order, ...withOneMore(page) });
    if (beginsExport(args)) {
      const { count: rows } = await reader.count(of, district.id, filter);
      const saved = { at, rows, ...exportedList({ of, filter: args.filter }) };
      await recordExport(this.openings, context, district.id, saved);
    }
    const { actor, language } = context;
    const seen = masking(viewing(directory, district, at, actor, language), actor, this.guard.mask);
    let total: Promise<Total> | undefined;
    return {
      ...connectionOf(page, rows, list, {
        node: ({ row }) => view(row, seen),
        position: ({ position }) => position,
      }),
      liveCursor: change === undefined ? undefined : liveCursor(cursorKey, district.id, [change, now(district.zone)]),
      stale: !holds,
      total: () => (total ??= reader.count(of, district.id, filter)),
    };
  }

  private async worded(
    words: string | null | undefined,
    filter: RegisterFilter,
    { actor, district }: { readonly actor: Actor; readonly district: District },
  ): Promise<RegisterFilter> {
    if (!words) return filter;
    const districts = [district];
    const find = (mayAsk: MayAsk) => this.found.worded({ words, filter, districts, mayAsk });
    return (await this.guard.guarded({ words, path: 'filter.words', actor, districts }, find)).filter;
  }
}

interface SavedList {
  readonly of: 'APPEALS' | 'QUESTIONS';
  readonly filter: AppealFilter | null | undefined;
}

/** The journal is the appeals that were registered on some days. */
function exportedList({ of, filter }: SavedList): Pick<Opening, 'exported' | 'worklist'> {
  if (filter?.worklist) return { exported: 'WORKLIST', worklist: filter.worklist };
  const isJournal = of === 'APPEALS' && (filter?.registeredFrom || filter?.registeredTo);
  return { exported: isJournal ? 'JOURNAL' : 'REGISTER' };
}

@Resolver('AppealConnection')
export class AppealConnectionResolver {
  @ResolveField('total')
  async total(@Parent() page: ListPage<AppealRow>): Promise<number> {
    return (await page.total()).count;
  }

  @ResolveField('totalIsExact')
  async totalIsExact(@Parent() page: ListPage<AppealRow>): Promise<boolean> {
    return (await page.total()).isExact;
  }
}

@Resolver('QuestionConnection')
export class QuestionConnectionResolver {
  @ResolveField('total')
  async total(@Parent() page: ListPage<QuestionRow>): Promise<number> {
    return (await page.total()).count;
  }

  @ResolveField('totalIsExact')
  async totalIsExact(@Parent() page: ListPage<QuestionRow>): Promise<boolean> {
    return (await page.total()).isExact;
  }
}
