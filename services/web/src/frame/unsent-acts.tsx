import { useSyncExternalStore } from 'react';
import { t } from '../words/words.js';
import { useOutbox } from './acts.js';
import { isFinished, type Act } from './outbox.js';

/** What an earlier page left unsent, a tab that was closed without connection: that it has gone out now, or why it has not. */
export function UnsentActs() {
  const outbox = useOutbox();
  const acts = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  const ended = acts.filter((act) => act.isRestored && isFinished(act));
  if (ended.length === 0) return null;
  return (
    <div className="unsent d-note" role="status">
      <ul>
        {ended.map((act) => (
          <li key={act.key}>{wordsOf(act)}</li>
        ))}
      </ul>
      <button type="button" className="d-link" onClick={() => ended.forEach(({ key }) => outbox.forget(key))}>
        {t('frame.hide')}
      </button>
    </div>
  );
}

function wordsOf({ label, done, state }: Act): string {
  const what = [label, done].filter(Boolean).join(', ');
  if (state.is !== 'FAILED') return t('frame.sentAfterAll', { what });
  return t('frame.notTaken', { what, message: state.message });
}
