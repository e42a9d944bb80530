import { Injectable } from '@nestjs/common';
import type { ExtendDeadlineInput } from '@otklik/contracts/generated/graphql';
import { extendableRules } from '@otklik/contracts/extendable-rules';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { caseRule, type Transaction } from '@otklik/tenancy';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { QuestionHandler } from './question-handler.js';
import type { Proof } from './record-answer.js';

/** Extends the term of an answer (59-FZ art. 12(2)): decided by the head, in force by the proof of its notice. */
@Injectable()
export class ExtendDeadline {
  constructor(private readonly questions: QuestionHandler) {}

  /** Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
  decide(ctx: ClientCommandContext, input: ExtendDeadlineInput): Promise<Handled<QuestionState, QuestionEvent>> {
    const { id, expectedVersion, days, ground, reason } = input;
    const { mayActIn, inDistrict, at } = ctx;
    const rule = caseRule(inDistrict, 'EXT') ?? refuse('TERM_NOT_EXTENDABLE');
    const { calendar } = inDistrict;
    const extendable = extendableRules;
    const command = { type: 'ExtendDeadline', days, ground, reason, mayActIn, rule, calendar, extendable, at } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async proved(command: CommandContext, { question, notice, dispatchedAt }: Proof, tx: Transaction): Promise<void> {
    await this.questions.handle(command, question, { type: 'ProveExtension', notice, provedAt: dispatchedAt }, { tx });
  }
}
