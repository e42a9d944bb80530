import { useUnkeptCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { dayIn, dayMonth, momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Copied } from '../accounts/copied.js';
import type { PanelProps } from './webhook-panel.js';
import { renewWebhookSecretDocument } from './webhooks.queries.js';

/** By which the receiver knows that we are the sender. It is shown once, when it is made. */
export function WebhookSecret({ webhook, secret, onChanged }: Pick<PanelProps, 'webhook' | 'secret' | 'onChanged'>) {
  const { code: district, zone } = useDistrict();
  const { send, state, problem } = useUnkeptCommand(renewWebhookSecretDocument);
  const { id, version: expectedVersion, secretSetAt, formerSecretUntil } = webhook;
  const renew = async (): Promise<void> => {
    const change = await send({ input: { district, id, key: newKey(), expectedVersion } });
    if (change) onChanged(id, change.secret);
  };
  const former = formerSecretUntil && t('webhooks.formerUntil', { at: momentIn(zone, formerSecretUntil) });
  return (
    <ul className="copy">
      <li>
        <span className="d-label">{t('webhooks.secret')}</span>
        {secret ? (
          <Copied title={t('webhooks.secret')} value={secret} />
        ) : (
          <>
            <span>{t('webhooks.hidden', { day: dayMonth(dayIn(zone, secretSetAt)) })}</span>
            <button type="button" className="d-link" disabled={state !== 'idle'} onClick={() => void renew()}>
              {t('webhooks.renew')}
            </button>
          </>
        )}
        <small className="muted copy-note">
          {[secret && t('webhooks.shownOnce'), former].filter(Boolean).join(' ')}
        </small>
        <Problem problem={problem} />
      </li>
    </ul>
  );
}
