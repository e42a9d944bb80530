import { useState } from 'react';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

export interface Received {
  readonly text?: string;
  readonly number?: string;
}

interface InformationDialogProps extends FormProps<Received> {
  /** Says who was asked. */
  readonly title: string;
  /** A draft of the answer was asked for. */
  readonly isDraft: boolean;
}

/** What another body answered. */
export function InformationDialog({ open, title, isDraft, onClose, onSend }: InformationDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} onSend={onSend}>
      {(send) => <InformationForm isDraft={isDraft} onSend={send} />}
    </ActDialog>
  );
}

interface InformationFormProps extends Pick<InformationDialogProps, 'isDraft'> {
  readonly onSend: (received: Received) => void;
}

function InformationForm({ isDraft, onSend }: InformationFormProps) {
  const [text, setText] = useState('');
  const [number, setNumber] = useState('');
  const submit = (): void => {
    onSend({
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(number.trim() ? { number: number.trim() } : {}),
    });
  };
  return (
    <DialogForm onSubmit={submit}>
      <label>
        {t('course.recordNumber')}
        <input
          className="d-input"
          autoFocus
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <LabelledText
        label={t(isDraft ? 'course.recordDraftText' : 'course.recordText')}
        maxLength={20_000}
        rows={4}
        value={text}
        onValue={setText}
      />
      <button type="submit" className="d-button is-main">
        {t('course.recordDo')}
        <kbd>Enter</kbd>
      </button>
    </DialogForm>
  );
}
