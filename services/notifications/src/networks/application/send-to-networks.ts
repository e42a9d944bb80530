import { Injectable } from '@nestjs/common';
import { PerformWork, type ClaimedWork } from '@otklik/host';
import { counter, inSpan } from '@otklik/observability';
import { sendDue, type Sent } from '../../notice/application/send-due.js';
import { NetworkQueue, type PendingMessage } from '../store/network-queue.js';
import { SendMessage } from './send-message.js';

const MAX_CONCURRENT_MESSAGES = 4;
/** Longer than any attempt: a few parts, each with the network's timeout. */
const LEASE_MS = 180_000;
const ATTEMPT_MS = 150_000;

const messages = counter('otklik_network_messages_total', 'Attempts to send notices in networks, by outcome', [
  'network',
  'outcome',
]);

/** Sends what is due in networks, a few concurrently. */
@Injectable()
export class SendToNetworks {
  private readonly stopping = new AbortController();

  constructor(
    private readonly work: PerformWork,
    private readonly queue: NetworkQueue,
    private readonly message: SendMessage,
  ) {}

  /** Answers how many were tried. */
  sendDue(atOnce = MAX_CONCURRENT_MESSAGES): Promise<number> {
    return sendDue(this.work, {
      kind: 'MESSAGE',
      atOnce,
      leaseMs: LEASE_MS,
      pending: (notice) => this.queue.message(notice),
      send: (claimed, attempt) => this.send(claimed, attempt),
    });
  }

  private async send(claimed: PendingMessage, attempt: ClaimedWork<object>): Promise<Sent> {
    const { district, network, attempts } = claimed;
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    const sent = await inSpan(
      {
        name: 'send message',
        kind: 'CLIENT',
        parent: claimed.traceparent ?? undefined,
        fields: { service: 'notifications', district, attempt: attempts },
      },
      (traceparent) => this.message.send({ ...claimed, traceparent: traceparent ?? null, attempt }, signal),
      ({ outcome }) => outcome,
    );
    messages.inc({ network, outcome: sent.outcome });
    return sent;
  }

  /** What is under way ends as unknown, and is looked for after the next start. */
  close(): void {
    this.stopping.abort();
  }
}
