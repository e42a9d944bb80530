import { Injectable } from '@nestjs/common';
import { BODY_RULE } from '@otklik/case/body-term';
import { TermWarner, type AppealOf, type PassedShare } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { QuestionHandler } from '../../application/question-handler.js';
import type { QuestionCommand } from '../../domain/question.decide.js';
import type { QuestionState } from '../../domain/question-state.js';
import { termOfKey } from '../../domain/warned-key.js';
import { ReceivedAppeals } from '../../store/received-appeals.js';

/** Records in a question that so much of one of its terms has passed. */
@Injectable()
export class WarnOfTerms implements TermWarner<QuestionState, QuestionCommand> {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly received: ReceivedAppeals,
  ) {}

  commandsIn(tx: Transaction) {
    return this.questions.commandsIn(tx);
  }

  async warning(passed: PassedShare, { district, appeal }: AppealOf, tx: Transaction): Promise<QuestionCommand> {
    const ofSender = passed.rule === BODY_RULE;
    const asked = ofSender ? (await this.received.askedBy(tx, district, [appeal])).get(appeal) : undefined;
    return { type: 'WarnOfTerm', ...passed, ...termOfKey(passed.rule), ...compact({ asked }) };
  }
}
