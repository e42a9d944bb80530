import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import { type Question, Questions } from '../store/questions.js';

/** The event of a question: its place, and what it changes. */
export interface QuestionFact {
  readonly district: number;
  readonly question: string;
  readonly appeal: string;
  readonly version: number;
}

@Injectable()
export class FollowQuestion {
  constructor(private readonly questions: Questions) {}

  /** A redelivered event changes nothing. */
  async changed(
    { district, question, appeal, version }: QuestionFact,
    part: Omit<Question, 'appeal' | 'version'>,
    tx: Transaction,
  ): Promise<void> {
    const known = await this.questions.of(tx, district, question);
    if (known && known.version >= version) return;
    await this.questions.keep(tx, district, question, { ...known, ...part, appeal, version });
  }
}
