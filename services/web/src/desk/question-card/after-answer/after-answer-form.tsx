import { useState, type KeyboardEvent } from 'react';
import { Form } from '../../../parts/form.js';
import { LabelledText } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import type { AfterAnswerAct } from './after-answer.js';

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
    <Form onKeyDown={onKeyDown} onSubmit={() => onSend(hasWords ? words.trim() : '')}>
      {!isReply && mayTell && (
        <label className="d-check">
          <input type="checkbox" checked={isTold} onChange={({ target }) => setTold(target.checked)} />
          {t('card.reopenTell')}
        </label>
      )}
      {hasWords && <LabelledText label={t('card.replyWords')} autoFocus required value={words} onValue={setWords} />}
      <button type="submit" className="d-button is-main" autoFocus={!hasWords}>
        {isReply ? t('card.replySend') : title}
        <kbd>Ctrl Enter</kbd>
      </button>
      <p className="muted">{t(`card.after${act}`)}</p>
    </Form>
  );
}
