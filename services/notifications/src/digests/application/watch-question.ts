import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import { WatchedQuestions, type WatchedQuestion } from './digests.js';
import type { QuestionFact } from '../../notice/application/follow-question.js';

export type WatchedPart = Partial<Omit<WatchedQuestion, 'appeal' | 'version'>>;

/** Keeps what the morning letters say of questions. */
@Injectable()
export class WatchQuestion {
  constructor(private readonly questions: WatchedQuestions) {}

  /** A redelivered event changes nothing. */
  async changed(
    { district, question, appeal, version }: QuestionFact,
    change: WatchedPart | ((known: WatchedQuestion) => WatchedPart),
    tx: Transaction,
  ): Promise<void> {
    const known = await this.questions.of(tx, district, question);
    if (known && known.version >= version) return;
    const before = known ?? { appeal, version, isOpen: true, isEscalated: false };
    const part = typeof change === 'function' ? change(before) : change;
    await this.questions.keep(tx, district, question, { ...before, ...part, appeal, version });
  }
}
