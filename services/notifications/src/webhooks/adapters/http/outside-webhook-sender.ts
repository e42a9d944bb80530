import { Injectable } from '@nestjs/common';
import { outsideAddress } from '@otklik/kernel';
import { callOutside } from '@otklik/networks';
import type { WebhookAnswer, WebhookRequest, WebhookSender } from '../../application/webhook-sender.js';

const TIMEOUT_MS = 15_000;

/** Origins that may be inner ones, `http://127.0.0.1:4801`: by the operator's word. */
export abstract class AllowedOrigins {
  abstract readonly origins: readonly string[];
}

@Injectable()
export class OutsideWebhookSender implements WebhookSender {
  constructor(private readonly allowed: AllowedOrigins) {}

  async send({ url: address, headers, body }: WebhookRequest, signal: AbortSignal): Promise<WebhookAnswer> {
    const { origins } = this.allowed;
    // It was looked at when it was entered; the operator may have taken his word back since.
    const url = outsideAddress(address, origins);
    if (!url) return { outcome: 'INNER_ADDRESS' };
    const isAllowed = origins.includes(url.origin);
    const answer = await callOutside({ url, headers, body, timeoutMs: TIMEOUT_MS, isAllowed }, signal);
    return 'failure' in answer ? { outcome: answer.failure } : { outcome: String(answer.status), ...answer };
  }
}
