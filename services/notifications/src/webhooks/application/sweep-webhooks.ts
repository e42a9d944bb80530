import { Injectable } from '@nestjs/common';
import { Directory } from '@otklik/tenancy';
import { WebhookQueue } from '../store/webhook-queue.js';

/** Messages are kept for 30 days: so long they can be sent again. */
@Injectable()
export class SweepWebhooks {
  constructor(
    private readonly queue: WebhookQueue,
    private readonly directory: Directory,
  ) {}

  /** Answers how many facts went. */
  async sweep(): Promise<number> {
    let swept = 0;
    for (const { id } of this.directory.districts()) swept += await this.queue.sweep(id);
    return swept;
  }
}
