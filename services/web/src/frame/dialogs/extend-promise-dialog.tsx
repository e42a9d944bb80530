import { useState } from 'react';
import { Dialog } from '../../parts/dialog.js';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { DialogForm } from './dialog-form.js';

interface ExtendPromiseProps {
  readonly open: boolean;
  /** The day that holds now. */
  readonly until: string;
  readonly onClose: () => void;
  readonly onExtend: (later: { readonly until: string; readonly reason: string }) => void;
}

/** A later day for what was promised, and why. */
export function ExtendPromiseDialog(props: ExtendPromiseProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('card.extendPromise')}>
      <ExtendForm {...props} />
    </Dialog>
  );
}

function ExtendForm({ until: now, onExtend }: ExtendPromiseProps) {
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
