import { useState } from 'react';
import type { RecordRepeatInput } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { Fields, FormProps } from '../act.js';
import type { Card } from '../card.js';
import { ActDialog } from './act-dialog.js';

export type RecordedRepeat = Fields<RecordRepeatInput>;

interface RepeatDialogProps extends FormProps<RecordedRepeat> {
  readonly card: Card;
}

/** Which earlier appeal of the person is asked again, or that none is; begins with what the system proposes. */
export function RepeatDialog({ card, open, onClose, onSend }: RepeatDialogProps) {
  const begins = `${card.row.id} ${card.row.version}`;
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.repeatTitle')} begins={begins} onSend={onSend}>
      {(send) => <RepeatForm card={card} onSend={send} />}
    </ActDialog>
  );
}

interface RepeatFormProps extends Pick<RepeatDialogProps, 'card'> {
  readonly onSend: (recorded: RecordedRepeat) => void;
}

function RepeatForm({ card: { row, earlier, proposedRepeat }, onSend }: RepeatFormProps) {
  const { zone } = useDistrict();
  const [of, setOf] = useState((row.repeatOf ?? proposedRepeat)?.id ?? '');
  const registered = earlier.flatMap(({ id, number, receivedAt }) =>
    number ? [[id, t('dialogs.repeatOne', { number, date: fullDate(dayIn(zone, receivedAt)) })] as const] : [],
  );
  return (
    <Form onSubmit={() => onSend(of === '' ? {} : { of })}>
      <LabelledChoice
        label={t('dialogs.repeatOf')}
        none={t('dialogs.repeatNone')}
        of={registered}
        value={of}
        onValue={setOf}
        autoFocus
      />
      <Submit>{t('dialogs.repeatDo')}</Submit>
    </Form>
  );
}
