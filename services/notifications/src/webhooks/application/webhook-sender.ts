export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `outcome`: the status of HTTP, or the name of what went wrong. */
export interface WebhookAnswer {
  readonly outcome: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
}

/** Knocks at the address of a webhook: the public internet alone, but for what the operator allows. Never throws. */
export abstract class WebhookSender {
  abstract send(request: WebhookRequest, signal: AbortSignal): Promise<WebhookAnswer>;
}
