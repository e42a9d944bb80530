import { useState } from 'react';
import type { Outcome } from '../../generated/enumerations.js';
import { LabelledChoice, LabelledText, LabelledTick } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import { answerOutcomes } from '../../frame/answer-outcomes.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

const MAX_TEXT = 20_000;

export interface OralAnswer {
  readonly text: string;
  readonly outcome: Outcome;
  readonly consented: boolean;
  readonly factsPlain: boolean;
}

type ReceptionDialogProps = FormProps<OralAnswer>;

/**
 * The answer that was given at a reception in person: with the consent it ends the question (59-FZ art. 13(3)).
 * Ctrl+Enter records it.
 */
export function ReceptionDialog({ open, onClose, onSend }: ReceptionDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.receptionTitle')} onSend={onSend}>
      {(send) => <ReceptionForm onSend={send} />}
    </ActDialog>
  );
}

function ReceptionForm({ onSend }: { readonly onSend: (answer: OralAnswer) => void }) {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [consented, setConsented] = useState(false);
  const [factsPlain, setFactsPlain] = useState(false);
  return (
    <Form onSubmit={() => outcome && onSend({ text: text.trim(), outcome, consented, factsPlain })}>
      <LabelledText
        label={t('dialogs.receptionText')}
        name="text"
        autoFocus
        required
        rows={5}
        maxLength={MAX_TEXT}
        value={text}
        onValue={setText}
      />
      <LabelledChoice
        label={t('card.outcome')}
        name="outcome"
        required
        none={t('dialogs.choose')}
        of={answerOutcomes.map((one) => [one, t(`card.outcome${one}`)])}
        value={outcome}
        onValue={setOutcome}
      />
      <LabelledTick label={t('dialogs.receptionPlain')} required value={factsPlain} onValue={setFactsPlain} />
      <LabelledTick label={t('dialogs.receptionConsent')} required value={consented} onValue={setConsented} />
      <p className="muted small">{t('dialogs.receptionHint')}</p>
      <Submit keys="Ctrl Enter">{t('dialogs.receptionDo')}</Submit>
    </Form>
  );
}
