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
import { meetsAppeal, meetsQuestion, type RegisterFilter } from '../../application/register/register-filter.js';
import { listedQuestionRow, listedRow } from '../../application/register/listed-row.js';
import { questionRowView, rowView, viewing, type Viewing } from '../../application/register/row-view.js';
import { RegisterChanges, type RegisterChange } from '../../application/register/register-changes.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import { ending } from './ending.js';
import { givenFilter } from './given-filter.js';
import { liveCursor, liveListName } from './live-cursor.js';
import { districtOf } from './district-of.js';

@Resolver()
export class LiveResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly changes: RegisterChanges,
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
    const follow = await this.resumed(args, context);
    const view = (change: RegisterChange, kind: ChangeKind) => this.appealChange(change, kind, this.view(context));
    return ending(async function* (signal) {
      for await (const { change, filter } of follow(signal)) {
        const kind = kindOf(change, filter);
        if (kind) yield { appealChanges: await view(change, kind) };
      }
    });
  }

  @Subscription('questionChanges')
  async questionChanges(
    @Args() args: SubscriptionQuestionChangesArgs,
    @Context() context: PermittedContext,
  ): Promise<AsyncIterable<{ readonly questionChanges: QuestionChange }>> {
    const follow = await this.resumed(args, context);
    const views = (seen: SeenChange) => this.questionChangesOf(seen, this.view(context));
    return ending(async function* (signal) {
      for await (const seen of follow(signal)) {
        for (const one of await views(seen)) yield { questionChanges: one };
      }
    });
  }

  /** Changes after the cursor; without one, from now on. They are kept for days: a longer absence is `BAD_CURSOR`. */
  private async resumed(
    { filter, after }: SubscriptionAppealChangesArgs,
    context: PermittedContext,
  ): Promise<(signal: AbortSignal) => AsyncGenerator<SeenChange>> {
    const { changes, clock, cursorKey } = this;
    const district = districtOf(context);
    const from = readCursor<number>(cursorKey, liveListName(district.id), after);
    if (from !== undefined && !(await changes.resumable(district.id, from))) throw new BadInput('BAD_CURSOR', 'after');
    const filterNow = () => givenFilter(filter, { actor: context.actor, districts: [district], at: clock.now() });
    filterNow();
    return async function* (signal) {
      for await (const page of changes.follow(from ?? (await changes.newest()), signal, district.id)) {
        for (const change of page) yield { change, filter: filterNow() };
      }
    };
  }

  private view(context: PermittedContext): Viewing {
    return viewing(this.directory, districtOf(context), this.clock.now(), context.actor);
  }

  private async appealChange(change: RegisterChange, kind: ChangeKind, view: Viewing): Promise<AppealChange> {
    const { reader, cursorKey } = this;
    const { district } = view;
    const row = kind === 'LEFT' ? undefined : await reader.row(district.id, change.appeal);
    return {
      cursor: liveCursor(cursorKey, district.id, change.change),
      id: change.appeal,
      version: change.version,
      kind,
      row: row ? rowView(listedRow(row), view) : null,
    };
  }

  private async questionChangesOf({ change, filter }: SeenChange, view: Viewing): Promise<readonly QuestionChange[]> {
    const { reader, cursorKey } = this;
    const { district } = view;
    const kinds = questionKinds(change, filter);
    const row = kinds.size > 0 ? await reader.row(district.id, change.appeal) : undefined;
    const known = row?.questions.filter(({ id }) => kinds.has(id)) ?? [];
    return known.map((question, at) => ({
      // Before the last of them, a resumption begins with the whole change again.
      cursor: liveCursor(cursorKey, district.id, at < known.length - 1 ? change.change - 1 : change.change),
      id: question.id,
      appeal: change.appeal,
      version: row!.fold.questions[question.id]!.version,
      kind: kinds.get(question.id)!,
      row: kinds.get(question.id) === 'LEFT' ? null : questionRowView(listedQuestionRow(row!, question), view),
    }));
  }
}

interface SeenChange {
  readonly change: RegisterChange;
  readonly filter: RegisterFilter;
}

type ChangeKind = AppealChange['kind'];

function kindOf({ before, after }: RegisterChange, filter: RegisterFilter): ChangeKind | undefined {
  return kindBetween(before !== null && meetsAppeal(before, filter), meetsAppeal(after, filter));
}

function questionKinds({ before, after }: RegisterChange, filter: RegisterFilter): ReadonlyMap<string, ChangeKind> {
  const was = new Set(before?.questions.filter((one) => meetsQuestion(before, one, filter)).map(({ id }) => id));
  const kinds = after.questions.map(
    (one) => [one.id, kindBetween(was.has(one.id), meetsQuestion(after, one, filter))] as const,
  );
  return new Map(kinds.flatMap(([id, kind]) => (kind ? [[id, kind] as const] : [])));
}

function kindBetween(was: boolean, is: boolean): ChangeKind | undefined {
  if (is) return was ? 'CHANGED' : 'ENTERED';
  return was ? 'LEFT' : undefined;
}
