import { Injectable } from '@nestjs/common';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { eventTypeCode } from '@otklik/contracts/event-type';
import { Directory, type Transaction } from '@otklik/tenancy';
import { numberIn, webhookMessage, type AnyFact } from '../domain/webhook-message.js';
import { WebhookQueue } from '../store/webhook-queue.js';

/** What happened becomes a message to the webhooks of its district, in the transaction in which it is consumed. */
@Injectable()
export class TellWebhooks {
  constructor(
    private readonly queue: WebhookQueue,
    private readonly directory: Directory,
  ) {}

  /** Facts of one district in order. In a district without a webhook nothing is kept. */
  async tell(facts: readonly PublicEvent[], tx: Transaction): Promise<void> {
    const heard = await this.queue.heard(tx, facts);
    for (const fact of facts) if (heard.has(fact.id)) await this.tellOne(fact, tx);
  }

  private async tellOne(fact: PublicEvent, tx: Transaction): Promise<void> {
    const district = this.directory.districtById(fact.district)?.code;
    if (district === undefined) return;
    // The consumer subscribes to declared types alone.
    const declared = fact as AnyFact;
    const number = numberIn(declared) ?? (await this.queue.numberOf(tx, fact)) ?? null;
    await this.queue.add(tx, fact, webhookMessage(declared, { type: eventTypeCode(fact.type), district, number }));
  }
}
