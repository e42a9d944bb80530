import { useDistrict } from '../../../frame/district.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { t } from '../../../words/words.js';
import { State } from '../accounts/account-list.js';
import { moment } from '../accounts/health-words.js';
import { standingOf, typesWords, type Webhook } from './webhook-words.js';

interface ListProps {
  readonly webhooks: readonly Webhook[];
  readonly chosen: Webhook | undefined;
  readonly onChoose: (id: string) => void;
}

export function WebhookList({ webhooks, chosen, onChoose }: ListProps) {
  const { zone } = useDistrict();
  if (webhooks.length === 0) return <p className="d-gap2">{t('webhooks.none')}</p>;
  return (
    <DataTable
      look="nums"
      className="accs hooks d-gap"
      columns={webhookColumns(zone, Date.now())}
      rows={webhooks}
      idOf={({ id }) => id}
      choice={{
        id: chosen?.id,
        onChoose: ({ id }) => onChoose(id),
        next: t('webhooks.next'),
        previous: t('webhooks.previous'),
      }}
    />
  );
}

function webhookColumns(zone: string, now: number): readonly Column<Webhook>[] {
  return [
    column('whose', t('webhooks.whose'), ({ description }) => description, {
      as: 'choice',
      note: (webhook) => (
        <>
          <span className="muted hook-url">{webhook.url}</span>
          <span className="muted">{typesWords(webhook)}</span>
        </>
      ),
    }),
    column('state', t('webhooks.state'), (webhook) => standingOf(webhook, zone, now).text, {
      cell: (webhook) => <State {...standingOf(webhook, zone, now)} />,
    }),
    column('last', t('webhooks.last'), ({ sentAt }) => (sentAt ? moment(sentAt, zone, now) : '—'), {
      align: 'end',
      phone: 'hidden',
    }),
    column('waiting', t('webhooks.waiting'), ({ waiting }) => waiting, { align: 'end', look: 'num', phone: 'hidden' }),
  ];
}
