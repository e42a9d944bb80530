import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { changeLanguage, language, t, type Language } from '../words/words.js';
import { currentAppearance, saveAppearance, type Appearance } from './appearance.js';
import { MorningLetter } from './morning-letter.js';
import { switchLetterKeys, useLetterKeys } from '../parts/keys.js';

/** How the desk looks to this official on this machine: theme, letters, rows, language, keys. */
export function Settings({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const [look, setLook] = useState(currentAppearance);
  const letters = useLetterKeys();
  const change = (part: Partial<Appearance>): void => {
    const next = { ...look, ...part };
    saveAppearance(next);
    setLook(next);
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('frame.settings')}>
      <div className="d-form">
        <Choice name={t('frame.theme')} value={look.theme} onChoose={(theme) => change({ theme })}>
          {{
            auto: t('frame.themeAuto'),
            light: t('frame.themeLight'),
            dark: t('frame.themeDark'),
            contrast: t('frame.themeContrast'),
          }}
        </Choice>
        <Choice name={t('frame.size')} value={look.size} onChoose={(size) => change({ size })}>
          {{ '1': '100 %', '2': '125 %', '3': '150 %' }}
        </Choice>
        <Choice name={t('frame.density')} value={look.density} onChoose={(density) => change({ density })}>
          {{ dense: t('frame.dense'), roomy: t('frame.roomy') }}
        </Choice>
        <Choice<Language> name={t('frame.language')} value={language} onChoose={changeLanguage}>
          {{ ru: 'Русский', en: 'English' }}
        </Choice>
        <label className="d-check">
          <input type="checkbox" checked={letters} onChange={(event) => switchLetterKeys(event.target.checked)} />
          {t('frame.letterKeys')}
        </label>
        {open && <MorningLetter />}
      </div>
    </Dialog>
  );
}

function Choice<Value extends string>(props: {
  readonly name: string;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly children: Readonly<Record<Value, string>>;
}) {
  const { name, value, onChoose, children } = props;
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {Object.entries<string>(children).map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
