import { useState } from 'react';
import type { ExtensionGround } from '../../generated/enumerations.js';
import { Dialog } from '../../parts/dialog.js';
import { LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { DialogForm } from './dialog-form.js';

/** By the law; a district may allow less, and then says so. */
const MAX_DAYS = 30;

export interface Extension {
  readonly days: number;
  readonly ground: ExtensionGround;
  readonly reason: string;
}

interface ExtendDialogProps {
  readonly open: boolean;
  /** Information was requested about the question. */
  readonly hasRequests: boolean;
  readonly onClose: () => void;
  readonly onExtend: (extension: Extension) => void;
}

/** The head's decision by article 12(2) of 59-FZ. */
export function ExtendDialog(props: ExtendDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('course.extendTitle')}>
      <ExtendForm {...props} />
    </Dialog>
  );
}

function ExtendForm({ hasRequests, onExtend }: ExtendDialogProps) {
  const [days, setDays] = useState(String(MAX_DAYS));
  const [ground, setGround] = useState<ExtensionGround>(hasRequests ? 'INFORMATION_REQUESTED' : 'EXCEPTIONAL');
  const [reason, setReason] = useState('');
  const submit = (): void => {
    onExtend({ days: Number(days), ground, reason: reason.trim() });
  };
  return (
    <DialogForm onSubmit={submit}>
      <label>
        {t('course.days')}
        <input
          className="d-input"
          type="number"
          required
          autoFocus
          min={1}
          max={MAX_DAYS}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </label>
      <fieldset className="d-choice">
        <legend>{t('course.ground')}</legend>
        <Ground value="EXCEPTIONAL" chosen={ground} onChoose={setGround} />
        {hasRequests && <Ground value="INFORMATION_REQUESTED" chosen={ground} onChoose={setGround} />}
      </fieldset>
      <LabelledText label={t('course.reason')} required rows={3} value={reason} onValue={setReason} />
      <p className="muted small">{t('course.extendHint')}</p>
      <button type="submit" className="d-button is-main">
        {t('course.extendDo')}
        <kbd>Enter</kbd>
      </button>
    </DialogForm>
  );
}

function Ground(props: {
  readonly value: ExtensionGround;
  readonly chosen: ExtensionGround;
  readonly onChoose: (ground: ExtensionGround) => void;
}) {
  const { value, chosen, onChoose } = props;
  return (
    <label>
      <input type="radio" name="ground" checked={chosen === value} onChange={() => onChoose(value)} />
      {t(`course.ground${value}`)}
    </label>
  );
}
