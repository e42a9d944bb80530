import { useEffect, useRef } from 'react';
import type { TakeInOldJournalInput } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import type { ReadFile } from './chosen-file.js';
import { takeInOldJournalDocument } from './old-journal.queries.js';
import { useSteps } from './use-steps.js';

/** The import itself, which says how far it is. */
export function Taking(props: {
  readonly input: Omit<TakeInOldJournalInput, 'key'>;
  readonly read: ReadFile;
  readonly onTaken: (load: string | null) => void;
}) {
  const { input, read, onTaken } = props;
  const { run, step, isRunning, problem } = useSteps(takeInOldJournalDocument, ({ load }) => onTaken(load ?? null));
  const total = read.sheets.reduce((sum, { taken }) => sum + taken, 0);
  const start = (): void => void run({ ...input, isReserved: true });
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    start();
  });
  const done = step?.done ?? 0;
  return (
    <section aria-label={t('oldJournal.TAKING')}>
      <p className="d-bar" role="status">
        <progress max={total} value={done} aria-label={t('oldJournal.TAKING')} />
        <span className="num">{t('oldJournal.progress', { done, total })}</span>
      </p>
      <p className="muted d-gap">{t('oldJournal.mayBeLeft')}</p>
      <Problem problem={problem} />
      {!isRunning && problem && <Button onPress={start}>{t('oldJournal.goOn')}</Button>}
    </section>
  );
}
