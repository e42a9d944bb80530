import { useState } from 'react';
import { Form, Submit } from '../../parts/form.js';
import { gistOf } from '../../parts/gist.js';
import { LabelledChoice, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import type { Question } from '../card.js';
import { ActDialog } from './act-dialog.js';

/** Which question is considered again, and why; no question: all of them. */
export interface Reopened {
  readonly reason: string;
  readonly question?: string;
}

interface ReopenDialogProps extends FormProps<Reopened> {
  readonly questions: readonly Question[];
}

export function ReopenDialog({ open, questions, onClose, onSend }: ReopenDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('card.reopenTitle')} onSend={onSend}>
      {(send) => <ReopenForm questions={questions} onSend={send} />}
    </ActDialog>
  );
}

function ReopenForm({
  questions,
  onSend,
}: Pick<ReopenDialogProps, 'questions'> & { readonly onSend: (of: Reopened) => void }) {
  const [question, setQuestion] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Form onSubmit={() => onSend({ reason: reason.trim(), ...(question !== '' && { question }) })}>
      {questions.length > 1 && (
        <LabelledChoice
          label={t('card.reopenQuestion')}
          name="question"
          none={t('card.reopenAll')}
          of={questions.map(({ id, ordinal, excerpt }) => [id, `${ordinal}. ${gistOf(excerpt)}`] as const)}
          value={question}
          onValue={setQuestion}
        />
      )}
      <LabelledText
        label={t('card.reopenReason')}
        name="reason"
        autoFocus
        required
        value={reason}
        onValue={setReason}
      />
      <Submit keys="Ctrl Enter">{t('card.reopenDo')}</Submit>
    </Form>
  );
}
