import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

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
    <Form onSubmit={() => onSend({ text: text.trim(), nextStep: nextStep.trim(), nextStepOn })}>
      <LabelledText
        label={t('course.interimText')}
        name="text"
        autoFocus
        required
        rows={4}
        maxLength={MAX_TEXT}
        value={text}
        onValue={setText}
      />
      <LabelledLine
        label={t('course.interimNext')}
        name="nextStep"
        required
        maxLength={MAX_NEXT_STEP}
        value={nextStep}
        onValue={setNextStep}
      />
      <LabelledLine
        label={t('course.interimNextOn')}
        name="nextStepOn"
        type="date"
        required
        min={dayIn(zone, Date.now())}
        value={nextStepOn}
        onValue={setNextStepOn}
      />
      <p className="muted small">{t('course.interimHint')}</p>
      <Submit>{t('course.interimDo')}</Submit>
    </Form>
  );
}
