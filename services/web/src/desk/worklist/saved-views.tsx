import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { t } from '../../words/words.js';

interface SavedView {
  readonly name: string;
  /** Path and query: the view is its address. */
  readonly address: string;
}

const keyOf = (district: string): string => `otklik.views.${district}`;

function savedViews(district: string): readonly SavedView[] {
  const kept = localStorage.getItem(keyOf(district));
  return kept === null ? [] : (JSON.parse(kept) as SavedView[]);
}

/** Lists with their filters that the official goes back to; kept in this browser. */
export function SavedViews() {
  const { code } = useDistrict();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const [views, setViews] = useState(() => savedViews(code));
  const [naming, setNaming] = useState(false);
  const keep = (next: readonly SavedView[]): void => {
    localStorage.setItem(keyOf(code), JSON.stringify(next));
    setViews(next);
  };
  const here = search ? `${path}?${search}` : path;
  const saved = views.find(({ address }) => address === here);
  if (naming)
    return (
      <NameField
        onCancel={() => setNaming(false)}
        onName={(name) => {
          keep([...views.filter((one) => one.name !== name), { name, address: here }]);
          setNaming(false);
        }}
      />
    );
  return (
    <span className="is-end d-bar not-on-phone">
      {views.length > 0 && (
        <select
          aria-label={t('worklist.savedViews')}
          value={saved?.address ?? ''}
          onChange={(event) => navigate(event.target.value)}
        >
          <option value="" disabled>
            {t('worklist.savedViews')}
          </option>
          {views.map(({ name, address }) => (
            <option key={name} value={address}>
              {name}
            </option>
          ))}
        </select>
      )}
      {saved ? (
        <button type="button" className="d-button is-plain" onClick={() => keep(views.filter((one) => one !== saved))}>
          {t('worklist.forgetView')}
        </button>
      ) : (
        <button type="button" className="d-button is-plain" onClick={() => setNaming(true)}>
          {t('worklist.saveView')}
        </button>
      )}
    </span>
  );
}

function NameField({ onName, onCancel }: { readonly onName: (name: string) => void; readonly onCancel: () => void }) {
  const [name, setName] = useState('');
  return (
    <span className="is-end d-bar">
      <input
        className="d-input"
        autoFocus
        aria-label={t('worklist.viewName')}
        placeholder={t('worklist.viewName')}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (name.trim()) onName(name.trim());
        }}
      />
      <button type="button" className="d-button" disabled={!name.trim()} onClick={() => onName(name.trim())}>
        {t('worklist.saveView')}
      </button>
    </span>
  );
}
