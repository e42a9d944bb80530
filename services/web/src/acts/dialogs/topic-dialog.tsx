import { useState } from 'react';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice, LabelledLine } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import type { QuestionPlace } from './question-place.js';
import { WithDirectory } from './with-directory.js';

interface Corrected {
  readonly topic: string;
  readonly reason: string;
}

interface TopicDialogProps extends FormProps<Corrected> {
  readonly topic: QuestionPlace['topic'];
}

/** The topic alone. */
export function TopicDialog({ topic, open, onClose, onSend }: TopicDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.topicTitle')} begins={topic?.code ?? ''} onSend={onSend}>
      {(send) => <TopicForm topic={topic} onSend={send} />}
    </ActDialog>
  );
}

function TopicForm({
  topic: former,
  onSend,
}: Pick<TopicDialogProps, 'topic'> & { readonly onSend: (one: Corrected) => void }) {
  const [topic, setTopic] = useState(former?.code ?? '');
  const [reason, setReason] = useState('');
  return (
    <Form onSubmit={() => onSend({ topic, reason: reason.trim() })}>
      <WithDirectory>
        {({ topics }) => (
          <LabelledChoice
            label={t('dialogs.topic')}
            required
            autoFocus
            of={topics.map(({ code, name }) => [code, name])}
            value={topic}
            onValue={setTopic}
          />
        )}
      </WithDirectory>
      <LabelledLine label={t('dialogs.detailsReason')} required maxLength={2000} value={reason} onValue={setReason} />
      <Submit>{t('dialogs.detailsDo')}</Submit>
    </Form>
  );
}
