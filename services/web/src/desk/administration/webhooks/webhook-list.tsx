import { useDistrict } from '../../../frame/district.js';
import { useKeys } from '../../../parts/keys.js';
import { t } from '../../../words/words.js';
import { moment } from '../accounts/health-words.js';
import { standingOf, typesWords, type Webhook } from './webhook-words.js';

interface ListProps {
  readonly webhooks: readonly Webhook[];
  readonly chosen: Webhook | undefined;
  readonly onChoose: (id: string) => void;
}

export function WebhookList({ webhooks, chosen, onChoose }: ListProps) {
  const step = (by: number): void => {
    const next = webhooks[webhooks.findIndex(({ id }) => id === chosen?.id) + by];
    if (next) onChoose(next.id);
  };
  useKeys([
    { keys: 'KeyJ', title: t('webhooks.next'), run: () => step(1) },
    { keys: 'KeyK', title: t('webhooks.previous'), run: () => step(-1) },
  ]);
  if (webhooks.length === 0) return <p className="d-gap2">{t('webhooks.none')}</p>;
  return (
    <table className="nums accs hooks d-gap">
      <thead>
        <tr>
          <th scope="col">{t('webhooks.whose')}</th>
          <th scope="col">{t('webhooks.state')}</th>
          <th scope="col" className="n">
            {t('webhooks.last')}
          </th>
          <th scope="col" className="n">
            {t('webhooks.waiting')}
          </th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <Row
            key={webhook.id}
            webhook={webhook}
            isChosen={webhook.id === chosen?.id}
            onChoose={() => onChoose(webhook.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  webhook,
  isChosen,
  onChoose,
}: {
  readonly webhook: Webhook;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { zone } = useDistrict();
  const now = Date.now();
  const { description, url, sentAt, waiting } = webhook;
  const { text, isAttention, note } = standingOf(webhook, zone, now);
  return (
    <tr className={isChosen ? 'is-picked is-cursor' : ''} onClick={onChoose}>
      <td>
        <button type="button" className="d-rowlink gist" aria-pressed={isChosen} onClick={onChoose}>
          {description}
        </button>
        <span className="muted hook-url">{url}</span>
        <span className="muted">{typesWords(webhook)}</span>
      </td>
      <td>
        {isAttention ? <b className="attn">{text}</b> : text}
        {note && <span className="muted">{note}</span>}
      </td>
      <td className="n">{sentAt ? moment(sentAt, zone, now) : '—'}</td>
      <td className="n num">{waiting}</td>
    </tr>
  );
}
