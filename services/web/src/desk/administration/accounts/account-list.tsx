import { useDistrict } from '../../../frame/district.js';
import { useKeys } from '../../../parts/keys.js';
import { NetworkChip } from '../../../parts/network.js';
import { t } from '../../../words/words.js';
import { whereWords, type Account, type Kind } from './account-words.js';
import { moment, stateOf } from './health-words.js';
import type { Answers, Health } from './use-health.js';

export function AccountList(props: {
  readonly accounts: readonly Account[];
  readonly kinds: readonly Kind[];
  readonly chosen: Account | undefined;
  readonly healthOf: (account: string) => Health | undefined;
  readonly answersOf: (account: string) => Answers | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const { accounts, kinds, chosen, healthOf, answersOf, onChoose } = props;
  const step = (by: number): void => {
    const next = accounts[accounts.findIndex(({ id }) => id === chosen?.id) + by];
    if (next) onChoose(next.id);
  };
  useKeys([
    { keys: 'KeyJ', title: t('accounts.next'), run: () => step(1) },
    { keys: 'KeyK', title: t('accounts.previous'), run: () => step(-1) },
  ]);
  if (accounts.length === 0) return <p className="d-gap2">{t('accounts.none')}</p>;
  return (
    <table className="nums accs d-gap">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('accounts.network')}</span>
          </th>
          <th scope="col">{t('accounts.where')}</th>
          <th scope="col">{t('accounts.state')}</th>
          <th scope="col" className="n">
            {t('accounts.last')}
          </th>
          <th scope="col" className="n">
            {t('accounts.perDay')}
          </th>
          <th scope="col" className="n">
            {t('accounts.answered')}
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <Row
            key={account.id}
            account={account}
            where={whereWords(account, kinds)}
            health={healthOf(account.id)}
            answers={answersOf(account.id)}
            isChosen={account.id === chosen?.id}
            onChoose={() => onChoose(account.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly account: Account;
  readonly where: string;
  readonly health: Health | undefined;
  readonly answers: Answers | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { account, where, health, answers, isChosen, onChoose } = props;
  const { zone } = useDistrict();
  const now = Date.now();
  const { text, isAttention, note } = stateOf(account, health, zone, now);
  return (
    <tr className={isChosen ? 'is-picked is-cursor' : ''} onClick={onChoose}>
      <td>
        <NetworkChip network={account.network} />
      </td>
      <td>
        <button type="button" className="d-rowlink gist" aria-pressed={isChosen} onClick={onChoose}>
          {account.title}
        </button>
        <span className="muted">{where}</span>
      </td>
      <td>
        {isAttention ? <b className="attn">{text}</b> : text}
        {note && <span className="muted">{note}</span>}
        {answers && <Returned answers={answers} />}
      </td>
      <td className="n">{health?.heardAt ? moment(health.heardAt, zone, now) : '—'}</td>
      <td className="n num">{health ? health.messagesPerDay : '—'}</td>
      <td className="n">{answers?.answeredAt ? moment(answers.answeredAt, zone, now) : '—'}</td>
    </tr>
  );
}

/** Letters that came back: an address may be wrong, or a server may take us for a sender of junk. */
function Returned({ answers: { sentPerWeek: sent, returnedPerWeek: returned } }: { readonly answers: Answers }) {
  return returned > 0 ? <span className="muted">{t('accounts.returned', { returned, sent })}</span> : null;
}
