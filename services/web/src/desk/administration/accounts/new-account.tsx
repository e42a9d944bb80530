import { useRef, useState } from 'react';
import { useUnkeptCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { Button } from '../../../parts/button.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { AccountFields, valuesIn } from './account-fields.js';
import type { Kind, Made } from './account-words.js';
import { addAccountDocument } from './accounts.queries.js';

/** Another account: its network first, then what that needs. */
export function NewAccount(props: {
  readonly kinds: readonly Kind[];
  readonly onAdded: (account: string, made: Made) => void;
  readonly onClose: () => void;
}) {
  const { kinds, onAdded, onClose } = props;
  const { code: district } = useDistrict();
  const [network, choose] = useState<Kind['network']>();
  // One key for one filled form: a repeated press after a lost answer adds nothing twice.
  const key = useRef(newKey());
  const { send, problem, state, forget } = useUnkeptCommand(addAccountDocument);
  // The networks may be loaded later than the form is opened.
  const kind = kinds.find((one) => one.network === network) ?? kinds[0];
  const add = async (form: HTMLFormElement): Promise<void> => {
    if (!kind) return;
    const values = valuesIn(form, kind.fields);
    const change = await send({ input: { district, key: key.current, network: kind.network, ...values } });
    if (change) onAdded(change.account.id, change.made);
  };
  return (
    <aside aria-label={t('accounts.newTitle')}>
      <h2>{t('accounts.newTitle')}</h2>
      <Form
        className="invite acc-form"
        problem={problem}
        onSubmit={(form) => void add(form)}
        onChange={() => (key.current = newKey())}
      >
        <label>
          {t('accounts.network')}
          <select
            value={kind?.network}
            onChange={({ target }) => {
              choose(kinds.find((one) => one.network === target.value)?.network);
              forget();
            }}
          >
            {kinds.map((one) => (
              <option key={one.network} value={one.network}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('accounts.name')}
          <input name="title" required maxLength={100} autoComplete="off" />
        </label>
        {kind && (
          <div key={kind.network}>
            <h3>{t('accounts.copyHere')}</h3>
            <p className="muted">{kind.here}</p>
            <AccountFields fields={kind.fields} />
          </div>
        )}
        <div className="d-bar acc-foot">
          <button type="submit" className="d-button is-main" disabled={state !== 'idle'}>
            {t('accounts.connect')}
          </button>
          <span className="is-end" />
          <Button onPress={onClose}>{t('accounts.cancel')}</Button>
        </div>
      </Form>
    </aside>
  );
}
