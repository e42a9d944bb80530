import { useSyncExternalStore } from 'react';
import { t } from '../words/words.js';
import { useOutbox } from './use-outbox.js';
import { isFinished, type Command } from './outbox.js';

/** What an earlier page left unsent, a tab that was closed without connection: that it has gone out now, or why it has not. */
export function UnsentCommands() {
  const outbox = useOutbox();
  const commands = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  const ended = commands.filter((command) => command.isRestored && isFinished(command));
  if (ended.length === 0) return null;
  return (
    <div className="unsent d-note" role="status">
      <ul>
        {ended.map((command) => (
          <li key={command.key}>{wordsOf(command)}</li>
        ))}
      </ul>
      <button type="button" className="d-link" onClick={() => ended.forEach(({ key }) => outbox.forget(key))}>
        {t('frame.hide')}
      </button>
    </div>
  );
}

function wordsOf({ label, done, state }: Command): string {
  const what = [label, done].filter(Boolean).join(', ');
  if (state.is !== 'FAILED') return t('frame.sentAfterAll', { what });
  return t('frame.notTaken', { what, message: state.message });
}
