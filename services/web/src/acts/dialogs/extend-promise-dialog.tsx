import { useState } from 'react';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

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
    <DialogForm onSubmit={() => onSend({ until, reason: reason.trim() })}>
      <label>
        {t('card.promiseUntil')}
        <input
          type="date"
          className="d-input num"
          required
          autoFocus
          min={now}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <LabelledText label={t('card.extendPromiseReason')} required rows={2} value={reason} onValue={setReason} />
      <button type="submit" className="d-button is-main">
        {t('card.extendPromise')}
        <kbd>Enter</kbd>
      </button>
    </DialogForm>
  );
}
