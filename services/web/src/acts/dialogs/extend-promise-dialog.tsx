import { useState } from 'react';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

interface ExtendPromiseProps extends FormProps<Later> {
  /** The day that holds now. */
  readonly until: string;
}

export interface Later {
  readonly until: string;
  readonly reason: string;
}

/** A later day for what was promised, and why. */
export function ExtendPromiseDialog({ open, until, onClose, onSend }: ExtendPromiseProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('card.extendPromise')} onSend={onSend}>
      {(send) => <ExtendForm until={until} onSend={send} />}
    </ActDialog>
  );
}

interface ExtendFormProps extends Pick<ExtendPromiseProps, 'until'> {
  readonly onSend: (later: Later) => void;
}

function ExtendForm({ until: now, onSend }: ExtendFormProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Form onSubmit={() => onSend({ until, reason: reason.trim() })}>
      <LabelledLine
        label={t('card.promiseUntil')}
        name="until"
        type="date"
        required
        autoFocus
        min={now}
        value={until}
        onValue={setUntil}
      />
      <LabelledText
        label={t('card.extendPromiseReason')}
        name="reason"
        required
        rows={2}
        value={reason}
        onValue={setReason}
      />
      <Submit>{t('card.extendPromise')}</Submit>
    </Form>
  );
}
