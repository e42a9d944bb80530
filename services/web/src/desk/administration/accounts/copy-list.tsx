import { newKey } from '../../../frame/new-key.js';
import { useUnkeptCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, dayMonth, momentIn } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import type { Account, Kind, Made } from './account-words.js';
import { Copied } from './copied.js';
import { renewSecretDocument } from './accounts.queries.js';

interface CopyProps {
  readonly account: Account;
  readonly made: Made;
  readonly onChanged: (account: string, made: Made) => void;
}

/** What is copied into the network's own pages. A secret is shown once, when it is made. */
export function CopyList({ kind, ...props }: CopyProps & { readonly kind: Kind }) {
  const { toCopy } = props.account;
  return (
    <div>
      <h3>{t('accounts.copyThere', { network: kind.title })}</h3>
      <p className="muted">{kind.there}</p>
      <ol className="copy">
        {toCopy.map(({ title, value, secret }) => (
          <li key={title}>
            <span className="d-label">{title}</span>
            {secret ? <Secret {...props} name={secret} title={title} /> : <Copied title={title} value={value ?? ''} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Secret({
  account,
  made,
  onChanged,
  name,
  title,
}: CopyProps & { readonly name: string; readonly title: string }) {
  const { code: district, zone } = useDistrict();
  const { send, state, problem } = useUnkeptCommand(renewSecretDocument);
  const { id, version: expectedVersion } = account;
  const kept = account.secrets.find((secret) => secret.name === name);
  const shown = made.find((secret) => secret.name === name);
  const renew = async (): Promise<void> => {
    const change = await send({ input: { district, id, key: newKey(), expectedVersion, secret: name } });
    if (change) onChanged(id, change.made);
  };
  const former = kept?.formerUntil && t('accounts.formerUntil', { at: momentIn(zone, kept.formerUntil) });
  if (shown)
    return (
      <>
        <Copied title={title} value={shown.value} />
        <small className="muted copy-note">{[t('accounts.shownOnce'), former].filter(Boolean).join(' ')}</small>
      </>
    );
  return (
    <>
      <span>
        {kept ? t('accounts.hidden', { day: dayMonth(dayIn(zone, kept.setAt)) }) : '—'}
        {former && <small className="muted">{former}</small>}
      </span>
      <button type="button" className="d-link" disabled={state !== 'idle'} onClick={() => void renew()}>
        {t('accounts.renew')}
        <span className="unseen"> {title}</span>
      </button>
      <Problem problem={problem} />
    </>
  );
}
