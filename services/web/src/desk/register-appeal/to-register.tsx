import { useQuery } from 'urql';
import { Link } from 'wouter';
import type { RegistrationCardQuery } from '../../generated/graphql.js';
import { ActButton } from '../../acts/act-button.js';
import { registerAppeal } from '../../acts/message.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { Button } from '../../parts/button.js';
import { fullDate, momentIn } from '../../parts/dates.js';
import { ItemHead } from '../../frame/queue/item-head.js';
import { Submission, textOf } from '../../frame/queue/submission.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { Proposed } from './proposed.js';
import { registrationCard } from './register-appeal.queries.js';
import type { RegistrationRow } from './registration.js';

interface ToRegisterProps {
  readonly row: RegistrationRow;
  readonly queue: Queue<RegistrationRow>;
  readonly onRegister: (row: RegistrationRow) => void;
}

/** An appeal that waits for its number, where its question will go, and earlier ones of the same person. */
export function ToRegister({ row, queue, onRegister }: ToRegisterProps) {
  const { code: district, zone } = useDistrict();
  const variables = { district, id: row.id };
  const [{ data, error }, reload] = useQuery({ query: operation(registrationCard), variables });
  const card = data?.appeal ?? undefined;
  const title = t('registration.appeal', { number: shortNumber(row) });
  const at = momentIn(zone, row.receivedAt);
  return (
    <section className="thread" aria-label={title}>
      <div className="talk">
        <ItemHead
          title={title}
          appeal={row.id}
          gone={queue.isGone && t('registration.gone')}
          error={!card && error}
          onAgain={() => reload({ requestPolicy: 'network-only' })}
        />
        <Submission
          label={t('registration.received', { at, channel: t(`parts.channelLong${row.channel}`) })}
          row={row}
          card={card}
        />
        {card && <Earlier appeals={card.earlier} />}
      </div>
      <aside className="decide" aria-label={t('registration.where')}>
        <Proposed
          text={textOf(row, card)}
          channel={row.channel}
          regime={row.regime}
          settlement={row.settlement?.code}
          topic={card?.chosenTopic?.code}
        />
        <ul>
          <Register row={row} queue={queue} onRegister={onRegister} />
          <li>
            <Button onPress={() => queue.move(1)}>{t('queue.nextItem')}</Button>
          </li>
        </ul>
        <p className="muted">{t('registration.afterwards')}</p>
      </aside>
    </section>
  );
}

function Register({ row, queue, onRegister }: ToRegisterProps) {
  if (queue.isGone || registerAppeal.offers(row).length === 0) return <li>{t('registration.mayNot')}</li>;
  return (
    <li>
      <ActButton act={registerAppeal} onPress={() => onRegister(row)}>
        {registerAppeal.words(row)}
      </ActButton>
    </li>
  );
}

type Card = NonNullable<RegistrationCardQuery['appeal']>;

function Earlier({ appeals }: { readonly appeals: Card['earlier'] }) {
  const { code: district } = useDistrict();
  if (appeals.length === 0) return null;
  return (
    <div className="dup">
      <h2>{t('registration.earlier')}</h2>
      <table className="qs">
        <thead>
          <tr>
            <th>{t('queue.number')}</th>
            <th>{t('queue.gist')}</th>
            <th>{t('queue.state')}</th>
          </tr>
        </thead>
        <tbody>
          {appeals.map((appeal) => (
            <tr key={appeal.id}>
              <td className="nowrap">
                <Link href={`/desk/${district}/card/${appeal.id}`}>{shortNumber(appeal)}</Link>{' '}
                {appeal.registeredOn && <span className="muted">{fullDate(appeal.registeredOn)}</span>}
              </td>
              <td>{appeal.excerpt?.slice(0, 120) ?? t('queue.erased')}</td>
              <td>{t(`queue.appeal${appeal.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
