import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { TermWarner, type PassedShare } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { QuestionHandler } from '../../application/question-handler.js';
import { termOfKey } from '../../domain/warned-key.js';

/** Records in a question that so much of one of its terms has passed. */
@Injectable()
export class WarnOfTerms implements TermWarner {
  constructor(private readonly questions: QuestionHandler) {}

  warn(context: CommandContext, question: string, passed: PassedShare, tx: Transaction): Promise<unknown> {
    const warning = { type: 'WarnOfTerm', ...passed, ...termOfKey(passed.rule) } as const;
    return this.questions.handle(context, question, warning, { tx });
  }
}
