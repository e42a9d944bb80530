import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { useRenewed } from '../../../frame/use-renewed.js';
import { t } from '../../../words/words.js';
import { moment } from '../accounts/health-words.js';
import { outcomeWords, type Delivery, type Webhook, type WebhookType } from './webhook-words.js';
import { deliveriesDocument } from './webhooks.queries.js';

const EVERY_MS = 10_000;
const SHOWN = 10;
const states = ['WAITING', 'FAILED'] as const;
type State = (typeof states)[number];

/** What was sent last, and what was not taken. */
export function WebhookDeliveries({
  webhook,
  types,
}: {
  readonly webhook: Webhook;
  readonly types: readonly WebhookType[];
}) {
  const { code: district } = useDistrict();
  const [state, choose] = useState<State>();
  const variables = { district, webhook: webhook.id, state };
  const [{ data }, reload] = useQuery({ query: operation(deliveriesDocument), variables });
  useRenewed(reload, EVERY_MS);
  const deliveries = data?.webhookDeliveries.slice(0, SHOWN);
  return (
    <div>
      <div className="d-bar hook-bar">
        <h3>{t('webhooks.deliveries')}</h3>
        <span className="is-end" />
        <select
          aria-label={t('webhooks.which')}
          value={state ?? ''}
          onChange={({ target }) => choose(states.find((one) => one === target.value))}
        >
          <option value="">{t('webhooks.allDeliveries')}</option>
          <option value="WAITING">{t('webhooks.waitingCount', { count: webhook.waiting })}</option>
          <option value="FAILED">{t('webhooks.failedCount', { count: webhook.failed })}</option>
        </select>
      </div>
      {deliveries?.length === 0 && (
        <p className="muted">{t(state ? 'webhooks.noDeliveries' : 'webhooks.nothingYet')}</p>
      )}
      <ul className="copy hook-sent">
        {deliveries?.map((delivery) => (
          <Line key={delivery.id} delivery={delivery} title={titleOf(delivery, types)} />
        ))}
      </ul>
    </div>
  );
}

function titleOf({ type }: Delivery, types: readonly WebhookType[]): string {
  return types.find((one) => one.type === type)?.title ?? type;
}

function Line({ delivery, title }: { readonly delivery: Delivery; readonly title: string }) {
  const { zone } = useDistrict();
  const { at, state, outcome, attempts, nextAt } = delivery;
  const now = Date.now();
  const tried = outcome ? outcomeWords(outcome) : '';
  const next = state === 'WAITING' && outcome && nextAt ? t('webhooks.nextAt', { at: moment(nextAt, zone, now) }) : '';
  const times = attempts > 1 ? t('webhooks.attempts', { count: attempts }) : '';
  return (
    <li>
      <span>{title}</span>
      <span className="n">{moment(at, zone, now)}</span>
      <small className={state === 'SENT' ? 'muted' : 'attn'}>
        {[t(`webhooks.delivery${state}`), tried, times, next].filter(Boolean).join(', ')}
      </small>
    </li>
  );
}
