import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { STOP_TIMEOUT_MS, type NotificationsConfig, NOTIFICATIONS_CONFIG } from '../config.js';
import { WebhookConcern } from './adapters/events/webhook.concern.js';
import { WebhookResolver } from './adapters/graphql/webhook.resolver.js';
import { OutsideWebhookSender, AllowedOrigins } from './adapters/http/outside-webhook-sender.js';
import { WebhookQueue } from './store/webhook-queue.js';
import { Webhooks } from './store/webhooks.js';
import { AdministerWebhooks } from './application/administer-webhooks.js';
import { SendToWebhooks } from './application/send-to-webhooks.js';
import { SweepWebhooks } from './application/sweep-webhooks.js';
import { TellWebhooks } from './application/tell-webhooks.js';
import { WebhookSender } from './application/webhook-sender.js';

const sendingToWebhooks = polled({
  by: SendToWebhooks,
  work: (webhooks) => webhooks.sendDue(),
  failed: 'delivering to webhooks failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (webhooks) => webhooks.close(),
});

const SWEEP_IDLE_MS = 3_600_000;

const sweepingWebhooks = polled({
  by: SweepWebhooks,
  work: (webhooks) => webhooks.sweep(),
  failed: 'deleting old webhook messages failed; retrying',
  idleMs: SWEEP_IDLE_MS,
  patienceMs: STOP_TIMEOUT_MS,
});

/** Notifications to other systems of a district. */
export const webhooksProviders: readonly Provider[] = [
  WebhookConcern,
  WebhookResolver,
  AdministerWebhooks,
  TellWebhooks,
  sendingToWebhooks,
  SendToWebhooks,
  sweepingWebhooks,
  SweepWebhooks,
  Webhooks,
  WebhookQueue,
  { provide: WebhookSender, useClass: OutsideWebhookSender },
  {
    provide: AllowedOrigins,
    useFactory: ({ webhookOrigins: origins }: NotificationsConfig) => ({ origins }),
    inject: [NOTIFICATIONS_CONFIG],
  },
];
