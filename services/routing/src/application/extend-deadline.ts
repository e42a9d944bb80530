import { Injectable } from '@nestjs/common';
import type {
  AskForExtensionInput,
  ExtendDeadlineInput,
  QuestionReasonInput,
} from '@otklik/contracts/generated/graphql';
import { extendableRules } from '@otklik/case/extendable-rules';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { caseRule, type Transaction } from '@otklik/tenancy';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { QuestionHandler } from './question-handler.js';
import type { Proof } from './record-answer.js';

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/**
 * Extends the term of an answer (59-FZ art. 12(2)): asked for by the executor, decided by the head, in force by the proof of its
 * notice. What officials do throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`.
 */
@Injectable()
export class ExtendDeadline {
  constructor(private readonly questions: QuestionHandler) {}

  decide(ctx: ClientCommandContext, input: ExtendDeadlineInput): Changed {
    const { id, expectedVersion } = input;
    const command = { type: 'ExtendDeadline', ...extending(ctx, input) } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  ask(ctx: ClientCommandContext, input: AskForExtensionInput): Changed {
    const { id, expectedVersion } = input;
    const { sender, actor, commandId: ask } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const stead = actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf };
    const asking = { type: 'AskForExtension', ask, by: sender.id, ...stead } as const;
    return this.questions.handle(ctx, id, { ...asking, ...extending(ctx, input) }, { expectedVersion });
  }

  refuse(ctx: ClientCommandContext, { id, expectedVersion, reason }: QuestionReasonInput): Changed {
    const { mayActIn } = ctx;
    return this.questions.handle(ctx, id, { type: 'RefuseExtension', reason, mayActIn }, { expectedVersion });
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async proved(command: CommandContext, { question, notice, dispatchedAt }: Proof, tx: Transaction): Promise<void> {
    await this.questions.handle(command, question, { type: 'ProveExtension', notice, provedAt: dispatchedAt }, { tx });
  }
}

function extending({ mayActIn, inDistrict, at }: ClientCommandContext, input: ExtendDeadlineInput) {
  const { days, ground, reason } = input;
  const rule = caseRule(inDistrict, 'EXT') ?? refuse('TERM_NOT_EXTENDABLE');
  const { calendar } = inDistrict;
  return { days, ground, reason, mayActIn, rule, calendar, extendable: extendableRules, at };
}
