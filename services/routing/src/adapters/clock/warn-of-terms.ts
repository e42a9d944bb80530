import { Injectable } from '@nestjs/common';
import { TermWarner, type PassedShare } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { QuestionHandler } from '../../application/question-handler.js';
import type { QuestionCommand } from '../../domain/question.decide.js';
import type { QuestionState } from '../../domain/question-state.js';
import { termOfKey } from '../../domain/warned-key.js';

/** Records in a question that so much of one of its terms has passed. */
@Injectable()
export class WarnOfTerms implements TermWarner<QuestionState, QuestionCommand> {
  constructor(private readonly questions: QuestionHandler) {}

  commandsIn(tx: Transaction) {
    return this.questions.commandsIn(tx);
  }

  warning(passed: PassedShare): QuestionCommand {
    return { type: 'WarnOfTerm', ...passed, ...termOfKey(passed.rule) };
  }
}
