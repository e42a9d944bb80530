import { useRef } from 'react';
import { useCommand, useUnkeptCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { useKeys } from '../../../parts/keys.js';
import { newKey } from '../../../frame/new-key.js';
import { Button } from '../../../parts/button.js';
import { Kbd } from '../../../parts/kbd.js';
import { Problem } from '../../../parts/problem.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { AccountFields, valuesIn } from './account-fields.js';
import { isListenedTo, type Account, type Kind, type Made } from './account-words.js';
import { changeAccountDocument, disableAccountDocument, enableAccountDocument } from './accounts.queries.js';
import { HealthPart, HealthWarning } from './health-part.js';
import type { useHealth } from './use-health.js';
import { CopyList } from './copy-list.js';

interface PanelProps {
  readonly account: Account;
  readonly kind: Kind | undefined;
  readonly made: Made;
  readonly healths: ReturnType<typeof useHealth>;
  readonly onChanged: (account: string, made?: Made) => void;
}

/** The chosen account: what is copied where, its values, its switch. */
export function AccountPanel({ account, kind, made, healths, onChanged }: PanelProps) {
  const isHeard = isListenedTo(account);
  return (
    <aside aria-label={account.title}>
      <p className="d-label">{t(`parts.networkLong${account.network}`)}</p>
      <h2>{account.title}</h2>
      {!account.isEnabled && <p className="d-warn d-gap">{t('accounts.offExplained')}</p>}
      {kind && (
        <>
          {isHeard && <HealthWarning health={healths.of(account.id)} kind={kind} />}
          {kind.there && <CopyList account={account} kind={kind} made={made} onChanged={onChanged} />}
          <Values account={account} kind={kind} onChanged={onChanged} />
        </>
      )}
      {isHeard && <HealthPart account={account} healths={healths} />}
    </aside>
  );
}

function Values({ account, kind, onChanged }: Pick<PanelProps, 'account' | 'onChanged'> & { readonly kind: Kind }) {
  const { code: district } = useDistrict();
  const ref = useRef<HTMLFormElement>(null);
  const key = useRef(newKey());
  const { send, problem, state } = useUnkeptCommand(changeAccountDocument);
  const { id, version: expectedVersion } = account;
  const save = async (form: HTMLFormElement): Promise<void> => {
    const values = valuesIn(form, kind.fields);
    const change = await send({ input: { district, id, key: key.current, expectedVersion, ...values } });
    key.current = newKey();
    if (!change) return;
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type=password]')) input.value = '';
    onChanged(id);
  };
  useKeys([{ keys: 'Control+KeyS', title: t('accounts.save'), run: () => ref.current?.requestSubmit() }]);
  return (
    <Form ref={ref} problem={problem} className="invite acc-form" onSubmit={(form) => void save(form)}>
      <h3>{t('accounts.copyHere')}</h3>
      <p className="muted">{kind.here}</p>
      <label>
        {t('accounts.name')}
        <input name="title" required maxLength={100} autoComplete="off" defaultValue={account.title} />
      </label>
      <AccountFields fields={kind.fields} account={account} />
      <div className="d-bar acc-foot">
        <button type="submit" className="d-button is-main" disabled={state !== 'idle'}>
          {t('accounts.save')}
          <Kbd keys="Control+KeyS" />
        </button>
        <span className="is-end" />
        <Switch account={account} onChanged={onChanged} />
      </div>
    </Form>
  );
}

function Switch({ account, onChanged }: Pick<PanelProps, 'account' | 'onChanged'>) {
  const { code: district } = useDistrict();
  const { id, version: expectedVersion, isEnabled } = account;
  const disabling = useCommand(disableAccountDocument);
  const enabling = useCommand(enableAccountDocument);
  const { send, problem } = isEnabled ? disabling : enabling;
  const press = async (): Promise<void> => {
    if (await send({ input: { district, id, key: newKey(), expectedVersion } })) onChanged(id);
  };
  return (
    <>
      <Button onPress={() => void press()}>{t(isEnabled ? 'accounts.disable' : 'accounts.enable')}</Button>
      <Problem problem={problem} />
    </>
  );
}
