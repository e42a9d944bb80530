import { useState } from 'react';
import type { AppealSender } from '../../generated/enumerations.js';
import type { RecordSourceInput } from '../../generated/graphql.js';
import { useDirectory } from '../../frame/directory.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice, LabelledLine, LabelledTick } from '../../parts/labelled.js';
import { senders } from '../../parts/senders.js';
import { t } from '../../words/words.js';
import type { Fields, FormProps } from '../act.js';
import type { Card } from '../card.js';
import { ActDialog } from './act-dialog.js';

export type RecordedSource = Fields<RecordSourceInput>;

interface SourceDialogProps extends FormProps<RecordedSource> {
  readonly card: Card;
}

/** Who sent an appeal on, with what letter, and by when the body asks for the answer; or that it came of the applicant. */
export function SourceDialog({ card, open, onClose, onSend }: SourceDialogProps) {
  const begins = `${card.row.id} ${card.row.version}`;
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.sourceTitle')} begins={begins} onSend={onSend}>
      {(send) => <SourceForm card={card} onSend={send} />}
    </ActDialog>
  );
}

const MAX_BODY = 200;
const MAX_NUMBER = 50;
const BODIES = 'source-bodies';

interface SourceFormProps extends Pick<SourceDialogProps, 'card'> {
  readonly onSend: (recorded: RecordedSource) => void;
}

/** What the form begins with. */
function formOf(sent: Card['receivedFrom']) {
  const { kind, body, number, date, term, wantsAnswer }: Partial<NonNullable<typeof sent>> = sent ?? {};
  return {
    kind: kind ?? ('' as const),
    letter: { body: body ?? '', number: number ?? '', date: date ?? '', term: term ?? '' },
    wantsAnswer: wantsAnswer ?? false,
  };
}

/** Without what was left empty. */
function sentOf({ body, number, date, term }: ReturnType<typeof formOf>['letter']) {
  const given = { ...(number.trim() && { number: number.trim() }), ...(date && { date }), ...(term && { term }) };
  return { body: body.trim(), ...given };
}

function SourceForm({ card: { receivedFrom }, onSend }: SourceFormProps) {
  const { organisations } = useDirectory();
  const former = formOf(receivedFrom);
  const [kind, setKind] = useState<AppealSender | ''>(former.kind);
  const [letter, setLetter] = useState(former.letter);
  const [wantsAnswer, setWanted] = useState(former.wantsAnswer);
  const [reason, setReason] = useState('');
  const typed = (field: keyof typeof letter) => ({
    value: letter[field],
    onValue: (value: string) => setLetter({ ...letter, [field]: value }),
  });
  const submit = (): void => {
    onSend({
      reason: reason.trim(),
      ...(kind && { receivedFrom: { kind, ...sentOf(letter), wantsAnswer } }),
    });
  };
  return (
    <Form onSubmit={submit}>
      <LabelledChoice
        label={t('registration.field_senderKind')}
        none={t('registration.senderNone')}
        of={senders.map((one) => [one, t(`parts.sender${one}`)])}
        value={kind}
        onValue={setKind}
        autoFocus
      />
      {kind && (
        <>
          <LabelledLine
            label={t('registration.field_senderBody')}
            list={BODIES}
            required
            maxLength={MAX_BODY}
            {...typed('body')}
          />
          <datalist id={BODIES}>
            {organisations.map(({ code, name }) => (
              <option key={code} value={name} />
            ))}
          </datalist>
          <LabelledLine label={t('registration.field_senderNumber')} maxLength={MAX_NUMBER} {...typed('number')} />
          <LabelledLine label={t('registration.field_senderDate')} type="date" {...typed('date')} />
          <LabelledLine label={t('registration.field_senderTerm')} type="date" min={letter.date} {...typed('term')} />
          <LabelledTick label={t('registration.senderWantsYes')} value={wantsAnswer} onValue={setWanted} />
        </>
      )}
      <LabelledLine
        label={t('dialogs.sourceReason')}
        name="reason"
        required
        maxLength={2000}
        value={reason}
        onValue={setReason}
      />
      <Submit>{t('dialogs.sourceDo')}</Submit>
    </Form>
  );
}
