import { useDistrict } from '../../frame/district.js';
import { momentIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { changesBehind, type Versioned } from './changes-behind.js';

interface ChangedBehindProps {
  /** As the dialog was opened with them, and as they are now. */
  readonly held: readonly Versioned[];
  readonly live: readonly Versioned[];
  readonly onRenew: () => void;
}

/** In a dialog: what others changed since it was opened. The act is for the former state until the official goes on with the new one. */
export function ChangedBehind({ held, live, onRenew }: ChangedBehindProps) {
  const { zone } = useDistrict();
  const changes = changesBehind(held, live);
  if (changes.length === 0) return null;
  return (
    <div className="d-warn" role="alert">
      {changes.map(({ id, name, word, by, executor, department, at }) => (
        <p key={id}>
          {name && `${name}: `}
          {t(word, { by, executor, department, at: at && momentIn(zone, at) })}
        </p>
      ))}
      <button type="button" className="d-link" onClick={onRenew}>
        {t('dialogs.changedGoOn')}
      </button>
    </div>
  );
}
