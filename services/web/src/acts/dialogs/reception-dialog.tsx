import { useState } from 'react';
import type { Outcome } from '../../generated/enumerations.js';
import { LabelledText } from '../../parts/labelled.js';
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
    <form
      className="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome && text.trim()) onSend({ text: text.trim(), outcome, consented, factsPlain });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <LabelledText
        label={t('dialogs.receptionText')}
        autoFocus
        required
        rows={5}
        maxLength={MAX_TEXT}
        value={text}
        onValue={setText}
      />
      <label>
        {t('card.outcome')}
        <select
          required
          value={outcome}
          onChange={({ target }) => setOutcome(answerOutcomes.find((one) => one === target.value) ?? '')}
        >
          <option value="">{t('dialogs.choose')}</option>
          {answerOutcomes.map((one) => (
            <option key={one} value={one}>
              {t(`card.outcome${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="d-check">
        <input type="checkbox" required checked={factsPlain} onChange={({ target }) => setFactsPlain(target.checked)} />
        {t('dialogs.receptionPlain')}
      </label>
      <label className="d-check">
        <input type="checkbox" required checked={consented} onChange={({ target }) => setConsented(target.checked)} />
        {t('dialogs.receptionConsent')}
      </label>
      <p className="muted small">{t('dialogs.receptionHint')}</p>
      <button type="submit" className="d-button is-main">
        {t('dialogs.receptionDo')}
        <kbd>Ctrl Enter</kbd>
      </button>
    </form>
  );
}
