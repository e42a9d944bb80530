import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

const MAX_TEXT = 20_000;
const MAX_NEXT_STEP = 500;

export interface InterimAnswer {
  readonly text: string;
  readonly nextStep: string;
  readonly nextStepOn: string;
}

/** What is known so far, what comes next, and by when. */
export function InterimDialog({ open, onClose, onSend }: FormProps<InterimAnswer>) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('course.interimTitle')} onSend={onSend}>
      {(send) => <InterimForm onSend={send} />}
    </ActDialog>
  );
}

function InterimForm({ onSend }: { readonly onSend: (answer: InterimAnswer) => void }) {
  const { zone } = useDistrict();
  const [text, setText] = useState('');
  const [nextStep, setNextStep] = useState('');
  const [nextStepOn, setNextStepOn] = useState('');
  return (
    <DialogForm onSubmit={() => onSend({ text: text.trim(), nextStep: nextStep.trim(), nextStepOn })}>
      <LabelledText
        label={t('course.interimText')}
        autoFocus
        required
        rows={4}
        maxLength={MAX_TEXT}
        value={text}
        onValue={setText}
      />
      <LabelledLine
        label={t('course.interimNext')}
        required
        maxLength={MAX_NEXT_STEP}
        value={nextStep}
        onValue={setNextStep}
      />
      <label>
        {t('course.interimNextOn')}
        <input
          type="date"
          className="d-input num"
          required
          min={dayIn(zone, Date.now())}
          value={nextStepOn}
          onChange={(event) => setNextStepOn(event.target.value)}
        />
      </label>
      <p className="muted small">{t('course.interimHint')}</p>
      <button type="submit" className="d-button is-main">
        {t('course.interimDo')}
        <kbd>Enter</kbd>
      </button>
    </DialogForm>
  );
}
