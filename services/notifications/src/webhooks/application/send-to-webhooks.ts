import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { pause } from '@otklik/messaging';
import { counter, inSpan, Logger } from '@otklik/observability';
import { Secrets } from '@otklik/vault';
import { restAfter, waitBefore } from '../domain/webhook-retries.js';
import { type ClaimedDelivery, type DueDelivery, WebhookQueue } from '../store/webhook-queue.js';
import { openWebhookSecrets, secretsAt, signatureOf } from './webhook-secrets.js';
import { WebhookSender, type WebhookAnswer } from './webhook-sender.js';

const MAX_CONCURRENT = 16;
/** Longer than an attempt. */
const LEASE_MS = 60_000;
/** While attempts are under way: another webhook may be due. */
const LOOK_AGAIN_MS = 1_000;

const deliveries = counter('otklik_webhook_deliveries_total', 'Attempts to deliver to webhooks, by outcome', [
  'outcome',
]);
const pauses = counter('otklik_webhook_pauses_total', 'Webhooks that were paused automatically', ['why']);

/** Sends what is due to webhooks; a slow one does not hold up the others. */
@Injectable()
export class SendToWebhooks {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private failure: { readonly error: unknown } | undefined;
  private readonly key: Buffer;

  constructor(
    private readonly queue: WebhookQueue,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.key = secrets.of('webhook');
  }

  /** Answers how many were begun or are under way. Throws when the database is down, or was during an attempt. */
  async sendDue(): Promise<number> {
    this.tellFailure();
    const underWay = this.running.size;
    const due = await this.queue.due(MAX_CONCURRENT - underWay);
    const claimed = await Promise.all(due.map((delivery) => this.queue.claim(delivery, LEASE_MS)));
    const ours = claimed.filter((delivery) => delivery !== undefined);
    for (const delivery of ours) this.begin(delivery);
    if (ours.length === 0 || this.running.size >= MAX_CONCURRENT) await this.oneHasEnded();
    return ours.length + underWay;
  }

  /** The next of its appeal is due as soon as the one before it has ended. */
  private async oneHasEnded(): Promise<void> {
    if (this.running.size === 0) return;
    const waiting = new AbortController();
    await Promise.race([...this.running, pause(LOOK_AGAIN_MS, waiting.signal)]);
    waiting.abort();
  }

  /** What is under way is sent again after the next start, under the same id. */
  close(): void {
    this.stopping.abort();
  }

  private begin(claimed: ClaimedDelivery): void {
    const attempt = this.attempt(claimed)
      .catch((error: unknown) => void (this.failure = { error }))
      .finally(() => this.running.delete(attempt));
    this.running.add(attempt);
  }

  private tellFailure(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure.error;
  }

  private async attempt(claimed: ClaimedDelivery): Promise<void> {
    const { district, attempts: attempt, traceparent } = claimed;
    const fields = { service: 'notifications', district, attempt };
    const answer = await inSpan(
      { name: 'send webhook', kind: 'CLIENT', parent: traceparent ?? undefined, fields },
      () => this.sender.send(this.request(claimed), this.stopping.signal),
      ({ outcome }) => outcome,
    );
    // A cut of ours says nothing of the receiver: its lease ends, and it is tried again.
    if (this.stopping.signal.aborted && answer.status === undefined) return;
    deliveries.inc({ outcome: await this.conclude(claimed, answer) });
  }

  private request({ webhook, fact, url, sealed, body }: ClaimedDelivery) {
    const now = this.clock.now();
    const seconds = Math.floor(Date.parse(now) / 1000);
    const secrets = secretsAt(openWebhookSecrets(this.key, webhook, sealed), now);
    return {
      url,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'otklik-webhooks/1',
        'webhook-id': fact,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(secrets, fact, seconds, body),
      },
    };
  }

  private async conclude(claimed: ClaimedDelivery, { outcome, status, retryAfterMs }: WebhookAnswer): Promise<string> {
    if (status !== undefined && status >= 200 && status < 300) {
      await this.queue.sent(claimed, outcome);
      return 'SENT';
    }
    if (status === 410) {
      await this.queue.gone(claimed);
      this.paused(claimed, 'GONE');
      return 'GONE';
    }
    const asked = status === 429 || status === 503 ? retryAfterMs : undefined;
    const waitMs = waitBefore(claimed.attempts, Math.random());
    const restMs = restAfter(claimed.failures + 1, Math.random(), asked);
    const { district, attempts } = claimed;
    this.logger.warn('a webhook delivery failed', { district, code: outcome, count: attempts });
    const isDead = await this.queue.failed(claimed, { outcome, waitMs, restMs });
    if (isDead) this.paused(claimed, 'DEAD');
    return waitMs === undefined ? 'FAILED' : 'LATER';
  }

  private paused({ district }: DueDelivery, why: string): void {
    pauses.inc({ why });
    this.logger.warn('a webhook is paused', { district, code: why });
  }
}
