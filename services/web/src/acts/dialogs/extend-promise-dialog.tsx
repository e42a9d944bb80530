import { useState } from 'react';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

interface ExtendPromiseProps {
  readonly open: boolean;
  /** The day that holds now. */
  readonly until: string;
  readonly onClose: () => void;
  /** Answers whether the act was done. */
  readonly onExtend: (later: Later) => Promise<boolean>;
}

interface Later {
  readonly until: string;
  readonly reason: string;
}

/** A later day for what was promised, and why. */
export function ExtendPromiseDialog({ open, until, onClose, onExtend }: ExtendPromiseProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('card.extendPromise')} onSend={onExtend}>
      {(send) => <ExtendForm until={until} onExtend={send} />}
    </ActDialog>
  );
}

interface ExtendFormProps extends Pick<ExtendPromiseProps, 'until'> {
  readonly onExtend: (later: Later) => void;
}

function ExtendForm({ until: now, onExtend }: ExtendFormProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <DialogForm onSubmit={() => onExtend({ until, reason: reason.trim() })}>
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
