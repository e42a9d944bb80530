import type { PublicEvent } from '@otklik/contracts/envelope';
import { Concern, OnBatch } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { TellWebhooks } from '../../application/tell-webhooks.js';
import { toldEvents } from '../../application/told-types.js';

/** Every fact of a case, for the webhooks of its district. */
@Concern('notifications.webhooks')
export class WebhookConcern {
  constructor(private readonly webhooks: TellWebhooks) {}

  @OnBatch(...toldEvents)
  told(events: readonly PublicEvent[], tx: Transaction): Promise<void> {
    return this.webhooks.tell(events, tx);
  }
}
