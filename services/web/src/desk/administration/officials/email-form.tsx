import { useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import type { OfficialItem } from './official-words.js';
import { setEmailDocument } from './officials.queries.js';

/** The address of the morning letter. The stored address is never shown; a new one replaces it. */
export function EmailForm({
  official,
  onChanged,
}: {
  readonly official: OfficialItem;
  readonly onChanged: () => void;
}) {
  const { code: district } = useDistrict();
  const [email, change] = useState('');
  const { send, problem } = useCommand(setEmailDocument);
  const save = async (given: string | null): Promise<void> => {
    const { id, version: expectedVersion } = official;
    if (await send({ input: { district, id, key: newKey(), expectedVersion, email: given } })) onChanged();
  };
  return (
    <Form className="invite" problem={problem} onSubmit={() => void save(email)}>
      <label>
        {t('administration.morningLetter')}
        <input
          name="email"
          type="email"
          required
          autoComplete="off"
          maxLength={254}
          value={email}
          placeholder={official.hasEmail ? t('administration.emailKnown') : t('administration.emailNone')}
          onChange={({ target }) => change(target.value)}
        />
      </label>
      <div className="d-bar d-gap">
        <button type="submit" className="d-button">
          {t('administration.saveEmail')}
        </button>
        {official.hasEmail && <Button onPress={() => void save(null)}>{t('administration.removeEmail')}</Button>}
      </div>
    </Form>
  );
}
