import { useState } from 'react';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

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
    onSend({ ...(text.trim() && { text: text.trim() }), ...(number.trim() && { number: number.trim() }) });
  };
  return (
    <Form onSubmit={submit}>
      <LabelledLine
        label={t('course.recordNumber')}
        name="number"
        autoFocus
        maxLength={100}
        value={number}
        onValue={setNumber}
      />
      <LabelledText
        label={t(isDraft ? 'course.recordDraftText' : 'course.recordText')}
        maxLength={20_000}
        rows={4}
        value={text}
        onValue={setText}
      />
      <Submit>{t('course.recordDo')}</Submit>
    </Form>
  );
}
