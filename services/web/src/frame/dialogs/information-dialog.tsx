import { useState } from 'react';
import { Dialog } from '../../parts/dialog.js';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { DialogForm } from './dialog-form.js';

export interface Received {
  readonly text?: string;
  readonly number?: string;
}

interface InformationDialogProps {
  readonly open: boolean;
  /** Says who was asked. */
  readonly title: string;
  /** A draft of the answer was asked for. */
  readonly isDraft: boolean;
  readonly onClose: () => void;
  readonly onRecord: (received: Received) => void;
}

/** What another body answered. */
export function InformationDialog(props: InformationDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <InformationForm {...props} />
    </Dialog>
  );
}

function InformationForm({ isDraft, onRecord }: InformationDialogProps) {
  const [text, setText] = useState('');
  const [number, setNumber] = useState('');
  const submit = (): void => {
    onRecord({
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
