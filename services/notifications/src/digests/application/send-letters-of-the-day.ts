import { Injectable } from '@nestjs/common';
import { SendAnswers } from '../../subscriptions/application/send-answers.js';
import { TellWebhooksNews } from '../../news/application/tell-webhooks-news.js';
import { SendDigests } from './send-digests.js';

/**
 * Letters of which each reader has one a day: to officials in the morning, to subscribers of published answers; and what is new in
 * searches, for webhooks.
 */
@Injectable()
export class SendLettersOfTheDay {
  constructor(
    private readonly digests: SendDigests,
    private readonly answers: SendAnswers,
    private readonly news: TellWebhooksNews,
  ) {}

  /** Answers how many were begun. What fails of one stops no other; throws what failed. */
  async sendDue(): Promise<number> {
    const ended = await Promise.allSettled([this.digests.sendDue(), this.answers.sendDue(), this.news.sendDue()]);
    let begun = 0;
    for (const one of ended) {
      if (one.status === 'rejected') throw one.reason;
      begun += one.value;
    }
    return begun;
  }
}
