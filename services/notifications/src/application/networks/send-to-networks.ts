import { Injectable } from '@nestjs/common';
import { counter } from '@otklik/observability';
import type { DueNotice } from '../deliveries.js';
import { NetworkQueue } from './network-queue.js';
import { SendMessage } from './send-message.js';

const MAX_CONCURRENT_MESSAGES = 4;
/** Longer than any attempt: a few parts, each with the network's timeout. */
const LEASE_MS = 180_000;
const ATTEMPT_MS = 150_000;

const messages = counter('otklik_network_messages_total', 'Notices in networks by the outcome of an attempt', [
  'network',
  'outcome',
]);

/** Sends what is due in networks, a few concurrently. */
@Injectable()
export class SendToNetworks {
  private readonly stopping = new AbortController();

  constructor(
    private readonly queue: NetworkQueue,
    private readonly message: SendMessage,
  ) {}

  /** Answers how many were tried. */
  async sendDue(atOnce = MAX_CONCURRENT_MESSAGES): Promise<number> {
    const due = await this.queue.due(atOnce);
    const results = await Promise.allSettled(due.map((notice) => this.send(notice)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return due.length;
  }

  /** What is under way ends as unknown, and is looked for after the next start. */
  close(): void {
    this.stopping.abort();
  }

  private async send(due: DueNotice): Promise<void> {
    const claimed = await this.queue.claim(due, LEASE_MS);
    if (!claimed) return;
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    messages.inc({ network: claimed.network, outcome: await this.message.send(claimed, signal) });
  }
}
