import { Suspense, useState } from 'react';
import { later } from '../../../frame/later.js';
import { useMayUse } from '../../../frame/viewer.js';
import { Button } from '../../../parts/button.js';
import type { TakenText } from './ready-texts.js';
import { t } from '../../../words/words.js';

/** It comes when it is asked for. */
const SimilarAnswers = later(async () => ({ default: (await import('./similar-answers.js')).SimilarAnswers }));

/** Earlier answers to texts like the question's. */
export function SimilarChoice(props: {
  readonly question: string;
  /** So many are looked at. */
  readonly onShown: (shown: number) => void;
  readonly onChoose: (taken: TakenText) => void;
}) {
  const mayUse = useMayUse();
  const [isOpen, setOpen] = useState(false);
  if (!mayUse('similarAnswers')) return null;
  const take = (taken: TakenText): void => {
    setOpen(false);
    // The dialog gives the focus back as it closes; then the text takes it.
    setTimeout(() => props.onChoose(taken));
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('card.similarAnswers')}</Button>
      {isOpen && (
        <Suspense>
          <SimilarAnswers
            question={props.question}
            onShown={props.onShown}
            onTake={take}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
