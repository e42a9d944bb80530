import { useRef, useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { useKeys } from '../../../parts/keys.js';
import { newKey } from '../../../frame/new-key.js';
import { Button } from '../../../parts/button.js';
import { Kbd } from '../../../parts/kbd.js';
import { Problem } from '../../../parts/problem.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { Replay } from './replay.js';
import { WebhookDeliveries } from './webhook-deliveries.js';
import { fieldsIn, WebhookFields } from './webhook-fields.js';
import { WebhookSecret } from './webhook-secret.js';
import { outcomeWords, type Webhook, type WebhookType } from './webhook-words.js';
import {
  changeWebhookDocument,
  pauseWebhookDocument,
  removeWebhookDocument,
  resumeWebhookDocument,
} from './webhooks.queries.js';

export interface PanelProps {
  readonly webhook: Webhook;
  readonly types: readonly WebhookType[];
  /** Shown once. */
  readonly secret: string | undefined;
  readonly onChanged: (webhook: string, secret?: string | null) => void;
}

/** The chosen webhook: how it fares, its secret, its values, what was sent, what is sent again. */
export function WebhookPanel({ webhook, types, secret, onChanged }: PanelProps) {
  return (
    <aside aria-label={webhook.description}>
      <p className="d-label">{t('webhooks.one')}</p>
      <h2>{webhook.description}</h2>
      <Warning webhook={webhook} onChanged={onChanged} />
      <WebhookSecret webhook={webhook} secret={secret} onChanged={onChanged} />
      <WebhookDeliveries webhook={webhook} types={types} />
      <Replay webhook={webhook} onChanged={onChanged} />
      <Values key={webhook.version} webhook={webhook} types={types} onChanged={onChanged} />
      <Remove webhook={webhook} onChanged={onChanged} />
    </aside>
  );
}

type Part = Pick<PanelProps, 'webhook' | 'onChanged'>;

/** What is wrong, and what to do. */
function Warning({ webhook, onChanged }: Part) {
  const { pausedBecause, lastFailure } = webhook;
  if (!pausedBecause) return null;
  return (
    <div className="d-warn d-gap" role="status">
      <p>
        <b className="attn">{t(`webhooks.paused${pausedBecause}`)}.</b> {t(`webhooks.explained${pausedBecause}`)}{' '}
        {lastFailure && pausedBecause === 'DEAD' ? t('webhooks.lastly', { outcome: outcomeWords(lastFailure) }) : ''}
      </p>
      <Switch webhook={webhook} onChanged={onChanged} />
    </div>
  );
}

function Values({ webhook, types, onChanged }: Part & Pick<PanelProps, 'types'>) {
  const { code: district } = useDistrict();
  const ref = useRef<HTMLFormElement>(null);
  const key = useRef(newKey());
  const [isEmpty, setEmpty] = useState(false);
  const { send, problem, state } = useCommand(changeWebhookDocument);
  const { id, version: expectedVersion } = webhook;
  const save = async (form: HTMLFormElement): Promise<void> => {
    const fields = fieldsIn(form);
    setEmpty(!fields);
    if (!fields) return;
    const change = await send({ input: { district, id, key: key.current, expectedVersion, ...fields } });
    key.current = newKey();
    if (change) onChanged(id);
  };
  useKeys([{ keys: 'Control+KeyS', title: t('webhooks.save'), run: () => ref.current?.requestSubmit() }]);
  return (
    <Form ref={ref} problem={problem} className="invite acc-form" onSubmit={(form) => void save(form)}>
      <h3>{t('webhooks.values')}</h3>
      <WebhookFields types={types} webhook={webhook} isEmpty={isEmpty} />
      <div className="d-bar acc-foot">
        <button type="submit" className="d-button is-main" disabled={state !== 'idle'}>
          {t('webhooks.save')}
          <Kbd keys="Control+KeyS" />
        </button>
        <span className="is-end" />
        {!webhook.pausedBecause && <Switch webhook={webhook} onChanged={onChanged} />}
      </div>
    </Form>
  );
}

function Switch({ webhook, onChanged }: Part) {
  const { code: district } = useDistrict();
  const { id, version: expectedVersion, pausedBecause } = webhook;
  const pausing = useCommand(pauseWebhookDocument);
  const resuming = useCommand(resumeWebhookDocument);
  const { send, problem } = pausedBecause ? resuming : pausing;
  const press = async (): Promise<void> => {
    if (await send({ input: { district, id, key: newKey(), expectedVersion } })) onChanged(id);
  };
  return (
    <>
      <Button onPress={() => void press()}>{t(pausedBecause ? 'webhooks.resume' : 'webhooks.pause')}</Button>
      <Problem problem={problem} />
    </>
  );
}

/** Asked twice: its secret and what waits are gone with it. */
function Remove({ webhook, onChanged }: Part) {
  const { code: district } = useDistrict();
  const [isAsked, ask] = useState(false);
  const { send, problem } = useCommand(removeWebhookDocument);
  const { id, version: expectedVersion, waiting } = webhook;
  const remove = async (): Promise<void> => {
    if (await send({ input: { district, id, key: newKey(), expectedVersion } })) onChanged(id);
  };
  if (!isAsked)
    return (
      <p className="d-gap">
        <button type="button" className="d-link" onClick={() => ask(true)}>
          {t('webhooks.remove')}
        </button>
      </p>
    );
  return (
    <div className="d-warn d-gap" role="alert">
      <p>{t('webhooks.removeAsked', { count: waiting })}</p>
      <div className="d-bar">
        <Button onPress={() => void remove()}>{t('webhooks.removeNow')}</Button>
        <Button onPress={() => ask(false)}>{t('webhooks.keep')}</Button>
      </div>
      <Problem problem={problem} />
    </div>
  );
}
