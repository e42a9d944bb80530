import { useState } from 'react';
import type { EventType } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';
import type { Webhook, WebhookType } from './webhook-words.js';

const subjects = ['APPEAL', 'QUESTION', 'RESPONSE', 'NOTICE'] as const;

interface FieldsProps {
  readonly types: readonly WebhookType[];
  readonly webhook?: Webhook;
  /** Something was to be chosen, and nothing is. */
  readonly isEmpty: boolean;
}

/** Address, owner and events. */
export function WebhookFields({ types, webhook, isEmpty }: FieldsProps) {
  const [isAll, setAll] = useState(!webhook || webhook.types.length === 0);
  return (
    <>
      <label>
        {t('webhooks.whose')}
        <input name="description" required maxLength={200} autoComplete="off" defaultValue={webhook?.description} />
      </label>
      <label>
        {t('webhooks.url')}
        <input
          name="url"
          type="url"
          required
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          defaultValue={webhook?.url}
        />
      </label>
      <fieldset className="hook-types">
        <legend>{t('webhooks.tellOf')}</legend>
        <label className="hook-choice">
          <input type="radio" name="all" value="yes" checked={isAll} onChange={() => setAll(true)} />
          {t('webhooks.tellAll')}
        </label>
        <label className="hook-choice">
          <input type="radio" name="all" value="no" checked={!isAll} onChange={() => setAll(false)} />
          {t('webhooks.tellSome')}
        </label>
        {!isAll &&
          subjects.map((subject) => <Subject key={subject} subject={subject} types={types} webhook={webhook} />)}
      </fieldset>
      {isEmpty && (
        <p className="d-warn" role="alert">
          {t('webhooks.chooseSome')}
        </p>
      )}
    </>
  );
}

function Subject({
  subject,
  types,
  webhook,
}: {
  readonly subject: (typeof subjects)[number];
  readonly types: readonly WebhookType[];
  readonly webhook: Webhook | undefined;
}) {
  const own = types.filter((one) => one.subject === subject);
  const chosen = own.filter(({ type }) => webhook?.types.includes(type));
  return (
    <details open={chosen.length > 0}>
      <summary>{t(`webhooks.subject${subject}`)}</summary>
      {own.map(({ type, title }) => (
        <label key={type} className="hook-choice">
          <input type="checkbox" name="types" value={type} defaultChecked={webhook?.types.includes(type)} />
          {title}
        </label>
      ))}
    </details>
  );
}

/** The values of the form; undefined: something was to be chosen, and nothing is. */
export function fieldsIn(form: HTMLFormElement) {
  const data = new FormData(form);
  const types = data.get('all') === 'yes' ? [] : (data.getAll('types') as EventType[]);
  const value = (name: string): string => String(data.get(name) ?? '').trim();
  if (data.get('all') !== 'yes' && types.length === 0) return undefined;
  return { url: value('url'), description: value('description'), types };
}
