import { useDistrict } from '../../../frame/district.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { NetworkChip } from '../../../parts/network.js';
import { t } from '../../../words/words.js';
import { whereWords, type Account, type Kind } from './account-words.js';
import { moment, stateOf } from './health-words.js';
import type { Answers, Health } from './use-health.js';

interface Known {
  readonly kinds: readonly Kind[];
  readonly healthOf: (account: string) => Health | undefined;
  readonly answersOf: (account: string) => Answers | undefined;
}

export function AccountList(
  props: Known & {
    readonly accounts: readonly Account[];
    readonly chosen: Account | undefined;
    readonly onChoose: (id: string) => void;
  },
) {
  const { accounts, chosen, onChoose } = props;
  const { zone } = useDistrict();
  if (accounts.length === 0) return <p className="d-gap2">{t('accounts.none')}</p>;
  return (
    <DataTable
      look="nums"
      className="accs d-gap"
      columns={accountColumns(props, zone, Date.now())}
      rows={accounts}
      idOf={({ id }) => id}
      choice={{
        id: chosen?.id,
        onChoose: ({ id }) => onChoose(id),
        next: t('accounts.next'),
        previous: t('accounts.previous'),
      }}
    />
  );
}

function accountColumns({ kinds, healthOf, answersOf }: Known, zone: string, now: number): readonly Column<Account>[] {
  const at = (instant: string | null | undefined): string => (instant ? moment(instant, zone, now) : '—');
  return [
    column('network', t('accounts.network'), ({ network }) => network, {
      cell: ({ network }) => <NetworkChip network={network} />,
      isTitleUnseen: true,
    }),
    column('where', t('accounts.where'), ({ title }) => title, {
      as: 'choice',
      note: (account) => <span className="muted">{whereWords(account, kinds)}</span>,
    }),
    column('state', t('accounts.state'), (account) => stateOf(account, healthOf(account.id), zone, now).text, {
      cell: (account) => <State {...stateOf(account, healthOf(account.id), zone, now)} />,
      note: ({ id }) => <Returned answers={answersOf(id)} />,
    }),
    column('last', t('accounts.last'), ({ id }) => at(healthOf(id)?.heardAt), { align: 'end', phone: 'hidden' }),
    column('perDay', t('accounts.perDay'), ({ id }) => healthOf(id)?.messagesPerDay ?? '—', {
      align: 'end',
      look: 'num',
      phone: 'hidden',
    }),
    column('answered', t('accounts.answered'), ({ id }) => at(answersOf(id)?.answeredAt), {
      align: 'end',
      phone: 'hidden',
    }),
  ];
}

/** Whether it works, and what is known of it. */
export function State({ text, isAttention, note }: ReturnType<typeof stateOf>) {
  return (
    <>
      {isAttention ? <b className="attn">{text}</b> : text}
      {note && <span className="muted">{note}</span>}
    </>
  );
}

/** Letters that came back: an address may be wrong, or a server may take us for a sender of junk. */
function Returned({ answers }: { readonly answers: Answers | undefined }) {
  const { sentPerWeek: sent = 0, returnedPerWeek: returned = 0 } = answers ?? {};
  return returned > 0 ? <span className="muted">{t('accounts.returned', { returned, sent })}</span> : null;
}
