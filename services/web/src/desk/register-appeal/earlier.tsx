import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { gistOf } from '../../parts/gist.js';
import { shortNumber } from '../../parts/short-number.js';
import { useSettled } from '../../parts/use-settled.js';
import { t } from '../../words/words.js';
import { earlierAppeals } from './register-appeal.queries.js';
import type { RegistrationDraft } from './registration-draft.js';
import { TakeAddress } from './take-address.js';

/** So long nothing was typed: a count of half a name would be recorded, too. */
const SETTLED_MS = 1_500;
const MIN_DIGITS = 10;

function personOf({ surname, givenName, patronymic, phone, email }: RegistrationDraft) {
  const name = [surname, givenName, patronymic].map((part) => part.trim());
  return {
    name: name[0] && name[1] ? name.filter(Boolean).join(' ') : null,
    phone: phone.replace(/\D/g, '').length >= MIN_DIGITS ? phone.trim() : null,
    email: /\S@\S+\.\S/.test(email) ? email.trim() : null,
  };
}

interface EarlierProps {
  readonly draft: RegistrationDraft;
  /** Undefined while nothing can be filled in. */
  readonly onTake: ((part: Partial<RegistrationDraft>) => void) | undefined;
}

/** What came earlier of the person whose appeal is being entered. */
export function Earlier({ draft, onTake }: EarlierProps) {
  const { code: district, zone } = useDistrict();
  const person = useSettled(JSON.stringify(personOf(draft)), SETTLED_MS);
  const { name, phone, email } = JSON.parse(person) as ReturnType<typeof personOf>;
  const [{ data }] = useQuery({
    query: operation(earlierAppeals),
    variables: { district, name, contact: email, phone },
    pause: name === null && phone === null && email === null,
    // What was registered a minute ago is among them.
    requestPolicy: 'network-only',
  });
  const found = data?.earlierAppeals;
  if (!found || found.total === 0) return null;
  // A letter on paper has a postal address.
  const from = found.appeals.find(({ channel }) => channel === 'PAPER') ?? found.appeals[0];
  return (
    <div className="reg-question" role="status">
      <h2>{t('people.earlier', { total: found.total, open: found.open })}</h2>
      <ul>
        {found.appeals.map((one) => (
          <li key={one.id}>
            <Link href={`/desk/${district}/card/${one.id}`}>{shortNumber(one)}</Link>{' '}
            <span className="num">{fullDate(dayIn(zone, one.receivedAt))}</span> {gistOf(one.excerpt)}
            {', '}
            <b>{t(`worklist.appeal${one.state}`)}</b>
          </li>
        ))}
      </ul>
      {onTake && from && (
        <TakeAddress key={from.id} draft={draft} from={{ id: from.id, number: shortNumber(from) }} onTake={onTake} />
      )}
    </div>
  );
}
