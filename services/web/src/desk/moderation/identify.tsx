import { useId, useState } from 'react';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';

const MAX_LENGTH = 500;

/** A message becomes an appeal under 59-FZ only when it is written how its sender was identified. */
export function Identify({ onDone }: { readonly onDone: (identifiedBy: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [how, setHow] = useState('');
  const id = useId();
  if (!isOpen) {
    return (
      <Button keys="KeyO" onPress={() => setOpen(true)}>
        {t('moderation.turn')}
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (how.trim() !== '') onDone(how.trim());
      }}
    >
      <label className="d-label" htmlFor={id}>
        {t('moderation.identifiedBy')}
      </label>
      <textarea
        id={id}
        className="editor is-short"
        autoFocus
        required
        maxLength={MAX_LENGTH}
        value={how}
        onChange={({ target }) => setHow(target.value)}
      />
      <p className="muted">{t('moderation.identifiedHint')}</p>
      <button type="submit" className="d-button">
        {t('moderation.turn')}
      </button>
    </form>
  );
}
