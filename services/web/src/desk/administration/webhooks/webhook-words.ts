import type { WebhookDeliveriesQuery, WebhooksQuery, WebhookTypesQuery } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';
import { moment } from '../accounts/health-words.js';

export type Webhook = WebhooksQuery['webhooks'][number];
export type WebhookType = WebhookTypesQuery['webhookTypes'][number];
export type Delivery = WebhookDeliveriesQuery['webhookDeliveries'][number];

export interface Standing {
  readonly text: string;
  /** It needs an operator. */
  readonly isAttention: boolean;
  readonly note?: string;
}

/** «работает», «не принимает с 13:52», «остановлен». */
export function standingOf(webhook: Webhook, zone: string, now: number): Standing {
  const { pausedBecause, pausedAt, failingSince, lastFailure, sentAt } = webhook;
  if (pausedBecause) {
    const note = pausedAt ? { note: t('webhooks.since', { at: moment(pausedAt, zone, now) }) } : {};
    return { text: t(`webhooks.paused${pausedBecause}`), isAttention: true, ...note };
  }
  if (failingSince) {
    const text = t('webhooks.failing', { at: moment(failingSince, zone, now) });
    return { text, isAttention: true, ...(lastFailure && { note: outcomeWords(lastFailure) }) };
  }
  return { text: t(sentAt ? 'webhooks.works' : 'webhooks.nothingYet'), isAttention: false };
}

const failures = ['TIMED_OUT', 'UNREACHABLE', 'NO_SUCH_HOST', 'INNER_ADDRESS', 'INSECURE'] as const;

/** «ответ 503», «не ответил за 15 секунд». */
export function outcomeWords(outcome: string): string {
  const failure = failures.find((one) => one === outcome);
  return failure ? t(`webhooks.outcome${failure}`) : t('webhooks.status', { status: outcome });
}

/** «обо всём», «о 3 видах событий». */
export function typesWords({ types }: Webhook): string {
  return types.length === 0 ? t('webhooks.everything') : t('webhooks.some', { count: types.length });
}
