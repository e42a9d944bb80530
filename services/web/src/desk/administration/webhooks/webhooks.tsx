import { useState } from 'react';
import { useAddress } from '../../../frame/address.js';
import { SplitScreen } from '../../../frame/split-screen.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { NewWebhook } from './new-webhook.js';
import { useWebhooks } from './use-webhooks.js';
import { WebhookList } from './webhook-list.js';
import { WebhookPanel } from './webhook-panel.js';
import '../administration.css';
import '../accounts/accounts.css';
import './webhooks.css';

/** Servers of other programs that are notified of events: health, subscriptions, redeliveries. */
export function Webhooks() {
  const { webhooks, types, isLoaded, problem, renew } = useWebhooks();
  const { get, set } = useAddress();
  const [isNew, makeNew] = useState(false);
  const [made, setMade] = useState<{ readonly webhook: string; readonly secret: string }>();
  const chosen = isNew ? undefined : (webhooks.find(({ id }) => id === get('webhook')) ?? webhooks[0]);
  const choose = (id: string): void => {
    makeNew(false);
    set({ webhook: id }, { replace: true });
  };
  const changed = (webhook: string, secret?: string | null): void => {
    if (secret) setMade({ webhook, secret });
    choose(webhook);
    renew();
  };
  return (
    <SplitScreen className="board is-split is-acc" isNew={isNew}>
      <section aria-label={t('frame.webhooks')}>
        <div className="d-bar">
          <h1>{t('frame.webhooks')}</h1>
          <span className="muted">
            {isLoaded ? t('webhooks.count', { count: webhooks.length }) : t('frame.loading')}
          </span>
          <span className="is-end" />
          <Button keys="Alt+KeyN" onPress={() => makeNew(true)}>
            {t('webhooks.add')}
          </Button>
        </div>
        <Problem problem={problem} onAgain={renew} />
        {isLoaded && <WebhookList webhooks={webhooks} chosen={chosen} onChoose={choose} />}
        <p className="muted d-gap">{t('webhooks.what')}</p>
      </section>
      {isNew && <NewWebhook types={types} onAdded={changed} onClose={() => makeNew(false)} />}
      {chosen && (
        <WebhookPanel
          key={chosen.id}
          webhook={chosen}
          types={types}
          secret={made?.webhook === chosen.id ? made.secret : undefined}
          onChanged={changed}
        />
      )}
    </SplitScreen>
  );
}
