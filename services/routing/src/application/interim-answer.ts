import { Injectable } from '@nestjs/common';
import type { GiveInterimAnswerInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { localDate } from '@otklik/kernel';
import { caseRule, Directory, type Transaction } from '@otklik/tenancy';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { QuestionHandler } from './question-handler.js';
import type { Proof } from './record-answer.js';

/** What is known so far is told to the sender of a message; then the term of the final answer runs. */
@Injectable()
export class InterimAnswer {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
  ) {}

  /** Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
  give(ctx: ClientCommandContext, input: GiveInterimAnswerInput): Promise<Handled<QuestionState, QuestionEvent>> {
    const { id, expectedVersion, text } = input;
    const { mayActIn, commandId: answer } = ctx;
    return this.questions.handle(ctx, id, { type: 'GiveInterimAnswer', answer, text, mayActIn }, { expectedVersion });
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async proved(command: CommandContext, { question, notice, dispatchedAt }: Proof, tx: Transaction): Promise<void> {
    const district = this.directory.districtById(command.district);
    if (!district) throw new TypeError(`The directory has no district ${command.district}`);
    const { zone, calendar } = district;
    const rule = caseRule(district, 'SOC-FINAL');
    const when = { toldAt: dispatchedAt, toldOn: localDate(dispatchedAt, zone), zone, calendar };
    const told = { type: 'ProveInterimAnswer', notice, ...when, ...(rule ? { rule } : {}) } as const;
    await this.questions.handle(command, question, told, { tx });
  }
}
