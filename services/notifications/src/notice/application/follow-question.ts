import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import { type Question, Questions } from '../store/questions.js';
import { evolveQuestions } from './evolve-questions.js';

/** The event of a question: its place, and what it changes. */
export interface QuestionFact {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  readonly version: number;
}

export type QuestionPart = Omit<Question, 'appeal' | 'version'>;

export interface ChangedQuestion extends QuestionFact {
  readonly part: QuestionPart;
}

@Injectable()
export class FollowQuestion {
  constructor(private readonly questions: Questions) {}

  /** Facts of one district in order. A redelivered one changes nothing. */
  async changed(facts: readonly ChangedQuestion[], tx: Transaction): Promise<void> {
    const known = await this.questions.ofAll(tx, facts);
    const changed = evolveQuestions<Question, ChangedQuestion>(known, facts, ({ part, appeal, version }, before) => ({
      ...{ ...before, ...part, appeal, version },
    }));
    await this.questions.keepAll(tx, changed);
  }
}
