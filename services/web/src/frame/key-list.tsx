import { Dialog } from '../parts/dialog.js';
import { t } from '../words/words.js';
import { keyLabel, switchLetterKeys, useActiveKeys, useLetterKeys } from '../parts/keys.js';

/** All keys of the screen, and the switch of the single letters. */
export function KeyList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const keys = useActiveKeys();
  const letters = useLetterKeys();
  return (
    <Dialog open={open} onClose={onClose} title={t('frame.allKeys')}>
      <dl className="key-list">
        {keys.map(({ keys: combination, title }) => (
          <div key={`${combination} ${title}`}>
            <dt>
              <kbd>{keyLabel(combination)}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
      <label className="d-check">
        <input type="checkbox" checked={letters} onChange={(event) => switchLetterKeys(event.target.checked)} />
        {t('frame.letterKeys')}
      </label>
    </Dialog>
  );
}
