import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import { evolveQuestions } from '../../notice/application/evolve-questions.js';
import type { QuestionFact } from '../../notice/application/follow-question.js';
import { WatchedQuestions, type WatchedQuestion } from './digests.js';

export type WatchedPart = Partial<Omit<WatchedQuestion, 'appeal' | 'version'>>;

export interface WatchedFact extends QuestionFact {
  readonly change: (known: WatchedQuestion) => WatchedPart;
}

/** Keeps what the morning letters say of questions. */
@Injectable()
export class WatchQuestion {
  constructor(private readonly questions: WatchedQuestions) {}

  /** Facts of one district in order. A redelivered one changes nothing. */
  async changed(facts: readonly WatchedFact[], tx: Transaction): Promise<void> {
    const known = await this.questions.ofAll(tx, facts);
    const changed = evolveQuestions<WatchedQuestion, WatchedFact>(known, facts, (fact, before) => {
      const { appeal, version, change } = fact;
      const from = before ?? { appeal, version, isOpen: true, isEscalated: false };
      return { ...from, ...change(from), appeal, version };
    });
    await this.questions.keepAll(tx, changed);
  }
}
