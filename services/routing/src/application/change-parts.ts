import { Injectable } from '@nestjs/common';
import type { MergeQuestionsInput, QuestionActInput, SplitQuestionInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { compact, refuse, uuidv5 } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { latestChange } from '../domain/question-parts.decide.js';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { DistrictRoutes } from './district-routes.js';
import { openPart, questionId } from './open-question.js';
import { QuestionHandler, type LoadedQuestion } from './question-handler.js';
import { ReceivedAppeals } from '../store/received-appeals.js';

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;
type Found = LoadedQuestion & { readonly appeal: string };

/**
 * Splits and merges of an appeal's questions, and their undoing: all streams of one in one transaction, one change of the
 * appeal after the other. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`.
 */
@Injectable()
export class ChangeParts {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionHandler,
    private readonly received: ReceivedAppeals,
    private readonly routes: DistrictRoutes,
    private readonly vault: Vault,
  ) {}

  /** The first part stays with the question; the others open with the next ordinals. */
  split(ctx: ClientCommandContext, { id, expectedVersion, parts }: SplitQuestionInput): Changed {
    const [text, ...others] = parts as readonly [string, ...string[]];
    return this.inAppeal(ctx, id, async ({ state, appeal }, tx) => {
      const next = await this.nextOrdinal(ctx.district, appeal, tx);
      const into = others.map((_, index) => questionId(appeal, next + index));
      const options = { expectedVersion, tx };
      const changed = await this.questions.handle(ctx, id, { type: 'SplitQuestion', text, into }, options);
      if (changed.repeated || state.status === 'NONE') return changed;
      const submission = await this.received.of(tx, ctx.district, appeal);
      const propose = this.routes.of(ctx.inDistrict);
      for (const [index, part] of others.entries()) {
        const open = openPart(state, next + index, part, submission, propose);
        await this.questions.handle(partOf(ctx, appeal, index), into[index]!, open, { tx });
      }
      return changed;
    });
  }

  /** The parts close, if none of them has its end. */
  undoSplit(ctx: ClientCommandContext, { id, expectedVersion }: QuestionActInput): Changed {
    return this.inAppeal(ctx, id, async ({ state, appeal }, tx) => {
      const change = latestChange(state);
      const text = await this.opened(ctx, change?.text);
      const options = { expectedVersion, tx };
      const changed = await this.questions.handle(ctx, id, { type: 'UndoSplit', text }, options);
      if (changed.repeated || change?.type !== 'SPLIT') return changed;
      for (const [index, part] of change.into.entries()) {
        await this.mergeInto(partOf(ctx, appeal, index), part, id, tx);
      }
      return changed;
    });
  }

  merge(ctx: ClientCommandContext, { id, expectedVersion, from, fromVersion }: MergeQuestionsInput): Changed {
    return this.inAppeal(ctx, id, async (target, tx) => {
      const source = await this.questions.load(ctx.district, from, tx);
      if (source.appeal !== target.appeal) refuse('NOT_FOUND');
      if (from === id) refuse('QUESTION_STATE_FORBIDS');
      const text = await this.joinedText(ctx, target.state, source.state);
      const options = { expectedVersion, tx };
      const changed = await this.questions.handle(ctx, id, { type: 'JoinQuestion', from, text }, options);
      if (changed.repeated) return changed;
      await this.mergeInto(partOf(ctx, target.appeal, 0), from, id, tx, fromVersion);
      return changed;
    });
  }

  /** `id`: the question that was merged. */
  undoMerge(ctx: ClientCommandContext, { id, expectedVersion }: QuestionActInput): Changed {
    return this.inAppeal(ctx, id, async ({ state, appeal }, tx) => {
      const options = { expectedVersion, tx };
      const changed = await this.questions.handle(ctx, id, { type: 'RestoreQuestion' }, options);
      const into = state.status === 'CLOSED' ? state.published.mergedInto : undefined;
      if (changed.repeated || into === undefined) return changed;
      const target = await this.questions.load(ctx.district, into, tx);
      const text = await this.opened(ctx, latestChange(target.state)?.text);
      const undo = { type: 'UndoJoin', from: id, text } as const;
      await this.questions.handle(partOf(ctx, appeal, 0), into, undo, { tx });
      return changed;
    });
  }

  private async mergeInto(
    context: CommandContext,
    id: string,
    into: string,
    tx: Transaction,
    expectedVersion?: number,
  ): Promise<void> {
    const options = compact({ tx, expectedVersion });
    await this.questions.handle(context, id, { type: 'MergeInto', into }, options);
  }

  /** In a transaction that no other change of the appeal's questions passes. Refuses NOT_FOUND. */
  private inAppeal(
    { district }: ClientCommandContext,
    id: string,
    change: (found: Found, tx: Transaction) => Changed,
  ): Changed {
    return this.database.scope(district).transaction(async (tx) => {
      const { appeal } = await this.questions.load(district, id, tx);
      if (appeal === undefined) refuse('NOT_FOUND');
      await this.received.lock(tx, district, appeal);
      return change({ ...(await this.questions.load(district, id, tx)), appeal }, tx);
    });
  }

  /** Ordinals have no gap. */
  private async nextOrdinal(district: number, appeal: string, tx: Transaction): Promise<number> {
    for (let ordinal = 1; ; ordinal += 1) {
      const { version } = await this.questions.load(district, questionId(appeal, ordinal), tx);
      if (version === 0) return ordinal;
    }
  }

  /** In the order of the ordinals; undefined when one of them is the whole appeal. */
  private async joinedText(
    ctx: ClientCommandContext,
    target: QuestionState,
    source: QuestionState,
  ): Promise<string | undefined> {
    const both = [target, source].flatMap((state) => (state.status === 'NONE' ? [] : [state.published]));
    const texts = await Promise.all(
      both.sort((one, other) => one.ordinal - other.ordinal).map(({ text }) => this.opened(ctx, text)),
    );
    return texts.includes(undefined) ? undefined : texts.join('\n\n');
  }

  private async opened({ district }: ClientCommandContext, sealed: string | undefined): Promise<string | undefined> {
    return sealed === undefined ? undefined : this.vault.open(district, sealed, { field: 'text' });
  }
}

/** The context of a command to another stream of the same change: found again with the change, never remembered by itself. */
function partOf({ fingerprint: _, ...ctx }: ClientCommandContext, appeal: string, index: number): CommandContext {
  return { ...ctx, commandId: uuidv5(ctx.commandId, `part ${index}`), correlationId: appeal };
}
