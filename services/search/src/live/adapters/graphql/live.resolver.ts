import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import type {
  AppealChange,
  QuestionChange,
  SubscriptionAppealChangesArgs,
  SubscriptionQuestionChangesArgs,
} from '@otklik/contracts/generated/graphql';
import { BadInput, readCursor, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { DistrictChanges, type DistrictChange, type FollowedTo } from '../../application/district-changes.js';
import { listedQuestionRow, listedRow } from '../../../register/application/list/listed-row.js';
import type { QuestionFacets, RegisterFacets } from '../../../register/application/list/register-facets.js';
import { FoundAppeals } from '../../../fulltext/application/found-appeals.js';
import { meetsAppeal, meetsQuestion, type RegisterFilter } from '../../../register/application/list/register-filter.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import { questionRowView, rowView, viewing, type Viewing } from '../../../register/application/card/row-view.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { ending } from '../../../register/adapters/graphql/ending.js';
import { givenFilter } from '../../../register/adapters/graphql/given-filter.js';
import { SearchGuard } from '../../../fulltext/adapters/graphql/search-guard.js';
import { liveCursor, liveListName } from './live-cursor.js';

/** By a clock, as `localMoment`. */
type FilterOn = (moment: string) => RegisterFilter;

interface Followed {
  readonly follow: (signal: AbortSignal) => AsyncGenerator<DistrictChange>;
  readonly filterOn: FilterOn;
}

@Resolver()
export class LiveResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly found: FoundAppeals,
    private readonly changes: DistrictChanges,
    private readonly guard: SearchGuard,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Subscription('appealChanges')
  async appealChanges(
    @Args() args: SubscriptionAppealChangesArgs,
    @Context() context: PermittedContext,
  ): Promise<AsyncIterable<{ readonly appealChanges: AppealChange }>> {
    const { follow, filterOn } = await this.resumed(args, context);
    const view = (seen: DistrictChange, kind: ChangeKind) => this.appealChange(seen, kind, this.view(context));
    return ending(async function* (signal) {
      for await (const seen of follow(signal)) {
        const kind = kindOf(seen, filterOn);
        if (kind) yield { appealChanges: await view(seen, kind) };
      }
    });
  }

  @Subscription('questionChanges')
  async questionChanges(
    @Args() args: SubscriptionQuestionChangesArgs,
    @Context() context: PermittedContext,
  ): Promise<AsyncIterable<{ readonly questionChanges: QuestionChange }>> {
    const { follow, filterOn } = await this.resumed(args, context);
    const views = (seen: DistrictChange) => this.questionChangesOf(seen, filterOn, this.view(context));
    return ending(async function* (signal) {
      for await (const seen of follow(signal)) {
        for (const one of await views(seen)) yield { questionChanges: one };
      }
    });
  }

  /** Changes after the cursor; without one, from now on. They are kept for days: a longer absence is `BAD_CURSOR`. */
  private async resumed(
    { filter, after }: Pick<SubscriptionAppealChangesArgs, 'filter' | 'after'>,
    context: PermittedContext,
  ): Promise<Followed> {
    const { changes, cursorKey } = this;
    const { actor } = context;
    const district = districtOf(context);
    const from = readCursor<FollowedTo>(cursorKey, liveListName(district.id), after);
    if (from !== undefined && !(await changes.resumable(district, from))) throw new BadInput('BAD_CURSOR', 'after');
    const filterOn: FilterOn = (now) => givenFilter(filter, { actor, districts: [district], now: () => now });
    // A bad filter is refused at once, and not with the first change.
    const { now } = filterOn(changes.now(district.zone));
    const words = filter?.words;
    // An appeal with the words may enter the list later: the rest of the filter is left to each change.
    const { filter: found } = words
      ? await this.guard.guarded({ words, path: 'filter.words', actor, districts: [district] }, (mayAsk) =>
          this.found.worded({ words, filter: now ? { now } : {}, districts: [district], mayAsk }),
        )
      : { filter: {} as RegisterFilter };
    const follow = (signal: AbortSignal) => changes.follow(district, from, signal);
    if (!found.appeals) return { follow, filterOn };
    const appeals = new Set(found.appeals);
    return { follow: (signal) => onlyOf(appeals, follow(signal)), filterOn };
  }

  private view(context: PermittedContext): Viewing {
    return viewing(this.directory, districtOf(context), this.clock.now(), context.actor, context.language);
  }

  private async appealChange(seen: DistrictChange, kind: ChangeKind, view: Viewing): Promise<AppealChange> {
    const { appeal, version } = seen.change;
    const row = kind === 'LEFT' ? undefined : await this.reader.row(view.district.id, appeal);
    return {
      id: appeal,
      version,
      kind,
      cursor: this.cursor(seen, true),
      row: row ? rowView(listedRow(row), view) : null,
    };
  }

  private async questionChangesOf(
    seen: DistrictChange,
    filterOn: FilterOn,
    view: Viewing,
  ): Promise<readonly QuestionChange[]> {
    const { appeal } = seen.change;
    const kinds = questionKinds(seen, filterOn);
    const row = kinds.size > 0 ? await this.reader.row(view.district.id, appeal) : undefined;
    const known = row?.questions.filter(({ id }) => kinds.has(id)) ?? [];
    return known.map((question, at) => ({
      cursor: this.cursor(seen, at === known.length - 1),
      id: question.id,
      appeal,
      version: row!.fold.questions[question.id]!.version,
      kind: kinds.get(question.id)!,
      row: kinds.get(question.id) === 'LEFT' ? null : questionRowView(listedQuestionRow(row!, question), view),
    }));
  }

  /** Before the last item of a change, and within a turn of the clock, a resumption begins with the whole of it again. */
  private cursor({ change: { district, change }, clocks: [before, after] }: DistrictChange, isLast: boolean): string {
    return liveCursor(this.cursorKey, district, [isLast || before !== after ? change : change - 1, before]);
  }
}

async function* onlyOf(
  appeals: ReadonlySet<string>,
  changes: AsyncIterable<DistrictChange>,
): AsyncGenerator<DistrictChange> {
  for await (const seen of changes) if (appeals.has(seen.change.appeal)) yield seen;
}

type ChangeKind = AppealChange['kind'];

function kindOf({ change: { before, after }, clocks }: DistrictChange, filterOn: FilterOn): ChangeKind | undefined {
  const was = before !== null && meetsAppeal(before, filterOn(clocks[0]));
  return seenKind(kindBetween(was, meetsAppeal(after, filterOn(clocks[1]))), after.appeal.due, clocks);
}

function questionKinds(
  { change: { before, after }, clocks }: DistrictChange,
  filterOn: FilterOn,
): ReadonlyMap<string, ChangeKind> {
  const met = (facets: RegisterFacets | null, filter: RegisterFilter): readonly QuestionFacets[] =>
    facets?.questions.filter((one) => meetsQuestion(facets, one, filter)) ?? [];
  const was = new Set(met(before, filterOn(clocks[0])).map(({ id }) => id));
  const is = new Set(met(after, filterOn(clocks[1])).map(({ id }) => id));
  const kinds = after.questions.map(
    ({ id, due }) => [id, seenKind(kindBetween(was.has(id), is.has(id)), due, clocks)] as const,
  );
  return new Map(kinds.flatMap(([id, kind]) => (kind ? [[id, kind] as const] : [])));
}

function kindBetween(was: boolean, is: boolean): ChangeKind | undefined {
  if (is) return was ? 'CHANGED' : 'ENTERED';
  return was ? 'LEFT' : undefined;
}

/** The turn of the clock changes a row that stays in a list only where it makes it overdue. */
function seenKind(
  kind: ChangeKind | undefined,
  due: string | undefined,
  [before, after]: DistrictChange['clocks'],
): ChangeKind | undefined {
  if (kind !== 'CHANGED' || before === after) return kind;
  return due !== undefined && due >= before && due < after ? kind : undefined;
}
