import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { useSettled } from '../../../parts/use-settled.js';
import { t } from '../../../words/words.js';
import { settingsCodesDocument } from './settings.queries.js';

const TYPING_MS = 250;
const SHOWN = 8;

/** Codes of the common classifier, found by the words of their names. */
export function CodesControl(props: {
  readonly codes: readonly string[];
  readonly onValue: (codes: readonly string[]) => void;
}) {
  const { codes, onValue } = props;
  const { code: district } = useDistrict();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim(), TYPING_MS);
  const variables = { district, search };
  const [{ data }] = useQuery({ query: operation(settingsCodesDocument), variables, pause: search === '' });
  const found = search === '' ? [] : (data?.classifier.found ?? []).filter(({ code }) => !codes.includes(code));
  return (
    <>
      <ul className="settings-chips">
        {codes.map((code) => (
          <li key={code}>
            <span className="num">{code}</span>{' '}
            <button
              type="button"
              className="d-link"
              aria-label={t('settings.removeCode', { code })}
              onClick={() => onValue(codes.filter((one) => one !== code))}
            >
              {t('settings.takeAway')}
            </button>
          </li>
        ))}
      </ul>
      <input
        className="d-input"
        aria-label={t('settings.findCode')}
        placeholder={t('settings.findCode')}
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul className="settings-found" aria-live="polite">
        {found.slice(0, SHOWN).map(({ code, name, path }) => (
          <li key={code}>
            <button
              type="button"
              className="d-link"
              onClick={() => {
                onValue([...codes, code]);
                setTyped('');
              }}
            >
              {name} <span className="num">{code}</span>
            </button>
            <small className="muted">{path.join(' · ')}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
