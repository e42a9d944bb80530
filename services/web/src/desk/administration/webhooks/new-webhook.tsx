import { useRef, useState } from 'react';
import { useUnkeptCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { Button } from '../../../parts/button.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { fieldsIn, WebhookFields } from './webhook-fields.js';
import type { WebhookType } from './webhook-words.js';
import { addWebhookDocument } from './webhooks.queries.js';

/** Another webhook; its secret is shown once it is there. */
export function NewWebhook(props: {
  readonly types: readonly WebhookType[];
  readonly onAdded: (webhook: string, secret: string | null | undefined) => void;
  readonly onClose: () => void;
}) {
  const { types, onAdded, onClose } = props;
  const { code: district } = useDistrict();
  // One key for one filled form: a repeated press after a lost answer adds nothing twice.
  const key = useRef(newKey());
  const [isEmpty, setEmpty] = useState(false);
  const { send, problem, state } = useUnkeptCommand(addWebhookDocument);
  const add = async (form: HTMLFormElement): Promise<void> => {
    const fields = fieldsIn(form);
    setEmpty(!fields);
    if (!fields) return;
    const change = await send({ input: { district, key: key.current, ...fields } });
    if (change) onAdded(change.webhook.id, change.secret);
  };
  return (
    <aside aria-label={t('webhooks.newTitle')}>
      <h2>{t('webhooks.newTitle')}</h2>
      <Form
        className="invite acc-form"
        problem={problem}
        onSubmit={(form) => void add(form)}
        onChange={() => (key.current = newKey())}
      >
        <WebhookFields types={types} isEmpty={isEmpty} />
        <div className="d-bar acc-foot">
          <button type="submit" className="d-button is-main" disabled={state !== 'idle'}>
            {t('webhooks.connect')}
          </button>
          <span className="is-end" />
          <Button onPress={onClose}>{t('webhooks.cancel')}</Button>
        </div>
      </Form>
    </aside>
  );
}
