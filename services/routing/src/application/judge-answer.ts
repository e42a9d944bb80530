import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { Refusal } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { AcceptAnswer } from '../domain/question-answer.decide.js';
import { QuestionHandler } from './question-handler.js';

/** Whether a signed answer is sent: the question must still be in the department that wrote it. */
@Injectable()
export class JudgeAnswer {
  constructor(private readonly questions: QuestionHandler) {}

  /** Throws `PrerequisiteMissing` until the question is opened, and while an earlier, revoked answer may still be sent. */
  async signed(
    command: CommandContext,
    { question, ...signed }: Omit<AcceptAnswer, 'type'> & { readonly question: string },
    tx: Transaction,
  ): Promise<void> {
    try {
      await this.questions.handle(command, question, { type: 'AcceptAnswer', ...signed }, { tx });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'NOT_FOUND') throw new PrerequisiteMissing(`Question ${question} opened`);
      if (error.code === 'ANSWER_IS_SIGNED') throw new PrerequisiteMissing(`Question ${question} released or answered`);
      throw error;
    }
  }

  /** Refuses NOT_FOUND for no question. */
  async cancelled(command: CommandContext, question: string, tx: Transaction): Promise<void> {
    await this.questions.handle(command, question, { type: 'ReleaseAnswer' }, { tx });
  }
}
