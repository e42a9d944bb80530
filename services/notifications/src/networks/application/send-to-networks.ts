import { Injectable } from '@nestjs/common';
import { counter, inSpan } from '@otklik/observability';
import { sendDue } from '../../notice/application/send-due.js';
import { NetworkQueue } from '../store/network-queue.js';
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
  sendDue(atOnce = MAX_CONCURRENT_MESSAGES): Promise<number> {
    const attempts = { atOnce, leaseMs: LEASE_MS, attemptMs: ATTEMPT_MS, stopping: this.stopping.signal };
    return sendDue(this.queue, attempts, async (claimed, signal) => {
      const { district, network, attempts: attempt } = claimed;
      const fields = { service: 'notifications', district, attempt };
      const outcome = await inSpan(
        { name: 'send message', kind: 'CLIENT', parent: claimed.traceparent ?? undefined, fields },
        (traceparent) => this.message.send({ ...claimed, traceparent: traceparent ?? null }, signal),
        (sent) => sent,
      );
      messages.inc({ network, outcome });
    });
  }

  /** What is under way ends as unknown, and is looked for after the next start. */
  close(): void {
    this.stopping.abort();
  }
}
