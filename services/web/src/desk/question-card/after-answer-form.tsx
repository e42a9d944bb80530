import { useState, type KeyboardEvent } from 'react';
import { t } from '../../words/words.js';
import type { AfterAnswerAct } from './after-answer.js';

const MAX_WORDS = 2_000;

interface FormProps {
  readonly act: AfterAnswerAct;
  /** Of its button. */
  readonly title: string;
  /** A text may go with a reopening: in the reply to a message at once, in the notice of an appeal. */
  readonly mayTell: boolean;
  /** Empty: no words go. */
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

/** The words of a reply; with a reopening they are said where it was written, if the official wants. */
export function AfterAnswerForm({ act, title, mayTell, onSend, onClose }: FormProps) {
  const isReply = act === 'REPLY_TO_SUPPLEMENT';
  const [words, setWords] = useState(isReply ? '' : t('card.reopenWordsProposed'));
  const [isTold, setTold] = useState(mayTell);
  const hasWords = isReply || (mayTell && isTold);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    (event.target as HTMLInputElement | HTMLTextAreaElement).form?.requestSubmit();
  };
  return (
    <form
      className="d-form"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(hasWords ? words.trim() : '');
      }}
    >
      {!isReply && mayTell && (
        <label className="d-check">
          <input type="checkbox" checked={isTold} onChange={({ target }) => setTold(target.checked)} />
          {t('card.reopenTell')}
        </label>
      )}
      {hasWords && (
        <label>
          {t('card.replyWords')}
          <textarea
            className="editor is-short"
            autoFocus
            required
            maxLength={MAX_WORDS}
            value={words}
            // Blanks are no words: the browser says that the field is to be filled in.
            onChange={({ target: { value } }) => setWords(value.trim() === '' ? '' : value)}
          />
        </label>
      )}
      <button type="submit" className="d-button is-main" autoFocus={!hasWords}>
        {isReply ? t('card.replySend') : title}
        <kbd>Ctrl Enter</kbd>
      </button>
      <p className="muted">{t(`card.after${act}`)}</p>
    </form>
  );
}
