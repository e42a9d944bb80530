import { lazy, Suspense } from 'react';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import type { FinderProps } from './classifier-finder.js';

/** It comes when a code is looked for. */
const ClassifierFinder = lazy(async () => ({ default: (await import('./classifier-finder.js')).ClassifierFinder }));

type ClassifierDialogProps = FormProps<string> & Omit<FinderProps, 'isOpen' | 'onChoose'>;

/** A code of the common classifier: found by words, proposed by the topic and by past decisions, taken from those that one uses. Choosing one records it. */
export function ClassifierDialog({ open, onClose, onSend, value, ...of }: ClassifierDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('card.classify')} begins={value} onSend={onSend}>
      {(send) => (
        <Suspense fallback={<p role="status">{t('frame.loading')}</p>}>
          <ClassifierFinder {...of} isOpen={open} value={value} onChoose={send} />
        </Suspense>
      )}
    </ActDialog>
  );
}
