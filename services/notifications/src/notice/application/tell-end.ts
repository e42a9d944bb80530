import { Injectable } from '@nestjs/common';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { QuestionForwarded, QuestionLeftUnanswered } from '@otklik/contracts/routing.events';
import type { CommandContext } from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';
import { Applicants } from '../store/applicants.js';
import { Questions } from '../store/questions.js';
import { ReachApplicant, type Cause } from './reach-applicant.js';

/** The notice of an end without an answer (59-FZ art. 8(3), 11). */
@Injectable()
export class TellEnd {
  constructor(
    private readonly applicant: ReachApplicant,
    private readonly questions: Questions,
    private readonly applicants: Applicants,
  ) {}

  forwarded(
    command: CommandContext,
    cause: Cause,
    question: string,
    to: DataOf<typeof QuestionForwarded>['to'],
    tx: Transaction,
  ): Promise<void> {
    const body = to.map(({ name, address }) => (address === undefined ? name : `${name} (${address})`)).join('; ');
    return this.applicant.tell(command, cause, { kind: 'FORWARDED', about: question, details: { body } }, tx);
  }

  async leftUnanswered(
    command: CommandContext,
    cause: Cause,
    question: string,
    { ground, earlier, address }: DataOf<typeof QuestionLeftUnanswered>,
    tx: Transaction,
  ): Promise<void> {
    // Without a name or an address the applicant cannot be notified (59-FZ art. 11(1)).
    if (ground === 'ANON') return;
    const kind = ground === 'REPEAT' ? 'CORRESPONDENCE_ENDED' : 'LEFT_UNANSWERED';
    const named = address === undefined ? await this.numbersOf(cause.district, earlier, tx) : [address];
    const details = { ground, ...(named.length > 0 && { earlier: named }) };
    await this.applicant.tell(command, cause, { kind, about: question, details }, tx);
  }

  /** Of the appeals to which the questions belong: answered before, so all of their facts are known here. */
  private async numbersOf(district: number, questions: readonly string[], tx: Transaction): Promise<readonly string[]> {
    const numbers: string[] = [];
    for (const id of questions) {
      const question = await this.questions.of(tx, district, id);
      const appeal = question && (await this.applicants.of(tx, district, question.appeal));
      if (appeal?.number) numbers.push(appeal.number);
    }
    return [...new Set(numbers)];
  }
}
