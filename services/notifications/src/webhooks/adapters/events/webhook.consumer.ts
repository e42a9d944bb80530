import { topics, type PublicEvent } from '@otklik/contracts/envelope';
import { EventConsumer, On, type Reaction } from '@otklik/host';
import { TellWebhooks } from '../../application/tell-webhooks.js';
import { toldEvents } from '../../application/told-types.js';

/** Every fact of a case, for the webhooks of its district. It reads the topics from their beginning. */
@EventConsumer({ name: 'notifications.webhooks', topics })
export class WebhookConsumer {
  constructor(private readonly webhooks: TellWebhooks) {}

  @On(...toldEvents)
  told(event: PublicEvent, { tx }: Reaction): Promise<void> {
    return this.webhooks.tell(event, tx);
  }
}
