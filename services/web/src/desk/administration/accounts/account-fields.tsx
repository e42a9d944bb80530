import { dayMonth, dayIn } from '../../../parts/dates.js';
import { useDistrict } from '../../../frame/district.js';
import { t } from '../../../words/words.js';
import { valueOf, type Account, type Field } from './account-words.js';

/** What a person copies here: public values, and secrets, which are shown as present only. */
export function AccountFields(props: { readonly fields: readonly Field[]; readonly account?: Account }) {
  const { fields, account } = props;
  return fields
    .filter(({ isMade }) => !isMade)
    .map((field) => <OneField key={field.name} field={field} account={account} />);
}

function OneField({ field, account }: { readonly field: Field; readonly account: Account | undefined }) {
  const { name, title, isSecret } = field;
  const path = `input.${isSecret ? 'secrets' : 'settings'}.${name}`;
  const notes = useNotes(field, account);
  return (
    <label>
      {title}
      <input
        name={path}
        type={isSecret ? 'password' : 'text'}
        required={isNeeded(field, account)}
        maxLength={1_000}
        autoComplete="off"
        spellCheck={false}
        defaultValue={isSecret ? '' : valueOf(account, name)}
        aria-describedby={notes ? `${name}-notes` : undefined}
      />
      {notes && (
        <small className="muted" id={`${name}-notes`}>
          {notes}
        </small>
      )}
    </label>
  );
}

function isNeeded({ isOptional, isSecret }: Field, account: Account | undefined): boolean {
  return !isOptional && (!isSecret || account === undefined);
}

/** Where it is found, and whether it is there already. */
function useNotes({ name, hint, isOptional }: Field, account: Account | undefined): string {
  const { zone } = useDistrict();
  const setAt = account?.secrets.find((secret) => secret.name === name)?.setAt;
  const kept = setAt && t('accounts.hidden', { day: dayMonth(dayIn(zone, setAt)) });
  return [hint, kept, isOptional && t('accounts.optional')].filter(Boolean).join('; ');
}

/** The values of the form; of secrets those that were typed. */
export function valuesIn(form: HTMLFormElement, fields: readonly Field[]) {
  const data = new FormData(form);
  const value = (path: string): string => String(data.get(path) ?? '').trim();
  const asked = fields.filter(({ isMade }) => !isMade);
  return {
    title: value('title'),
    settings: asked
      .filter(({ isSecret }) => !isSecret)
      .map(({ name }) => ({ name, value: value(`input.settings.${name}`) })),
    secrets: asked
      .filter(({ isSecret }) => isSecret)
      .map(({ name }) => ({ name, value: value(`input.secrets.${name}`) }))
      .filter((secret) => secret.value !== ''),
  };
}
