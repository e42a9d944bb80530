import { Button } from '../../../parts/button.js';
import { t } from '../../../words/words.js';
import type { Card } from '../../../acts/card.js';
import { draftsOf } from './drafts-of.js';

/** A draft that an organisation sent becomes the text of the answer: at once where there is none yet, else after a question. */
export function ReceivedDrafts(props: {
  readonly question: Card['questions'][number] | undefined;
  readonly text: string;
  readonly onTake: (text: string) => void;
}) {
  const { question, text, onTake } = props;
  const take = (received: string): void => {
    if (text.trim() === '' || globalThis.confirm(t('course.takeDraftSure'))) onTake(received);
  };
  return draftsOf(question?.requests ?? [])
    .filter((one) => one.text !== text)
    .map((one) => (
      <Button key={one.id} onPress={() => take(one.text)}>
        {t('course.takeDraft', { body: one.body })}
      </Button>
    ));
}
