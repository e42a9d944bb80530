import { useState } from 'react';
import type { ExtensionGround } from '../../generated/enumerations.js';
import { fullDate } from '../../parts/dates.js';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { newEnd, type ExtendedTerm } from './new-end.js';

/** By the law; a district may allow less, and then says so. */
const MAX_DAYS = 30;

export interface Extension {
  readonly days: number;
  readonly ground: ExtensionGround;
  readonly reason: string;
}

interface ExtendDialogProps extends FormProps<Extension> {
  /** Information was requested about the question. */
  readonly hasRequests: boolean;
  /** The term that runs. */
  readonly running: ExtendedTerm | undefined;
  /** What the executor asks for; what the head decides begins with it. */
  readonly asked?: Extension | undefined;
  /** The executor asks; the head decides. */
  readonly mode: 'ASK' | 'DECIDE';
}

const words = {
  ASK: { title: 'course.askTitle', reason: 'course.askReason', hint: 'course.askHint', submit: 'course.askDo' },
  DECIDE: {
    title: 'course.extendTitle',
    reason: 'course.reason',
    hint: 'course.extendHint',
    submit: 'course.extendDo',
  },
} as const;

/** The head's decision by article 12(2) of 59-FZ, or the executor's ask for it. */
export function ExtendDialog({ open, onClose, onSend, ...known }: ExtendDialogProps) {
  const { asked, mode } = known;
  const begins = asked ? `${asked.days} ${asked.ground}` : '';
  return (
    <ActDialog open={open} onClose={onClose} title={t(words[mode].title)} begins={begins} onSend={onSend}>
      {(send) => <ExtendForm {...known} onSend={send} />}
    </ActDialog>
  );
}

interface ExtendFormProps extends Pick<ExtendDialogProps, 'hasRequests' | 'running' | 'asked' | 'mode'> {
  readonly onSend: (extension: Extension) => void;
}

function ExtendForm({ hasRequests, running, asked, mode, onSend }: ExtendFormProps) {
  const usual = hasRequests ? 'INFORMATION_REQUESTED' : 'EXCEPTIONAL';
  const [days, setDays] = useState(String(asked?.days ?? MAX_DAYS));
  const [ground, setGround] = useState<ExtensionGround>(asked?.ground ?? usual);
  const [reason, setReason] = useState('');
  const until = running && newEnd(running, Number(days));
  const submit = (): void => {
    onSend({ days: Number(days), ground, reason: reason.trim() });
  };
  return (
    <Form onSubmit={submit}>
      <LabelledLine
        label={t('course.days')}
        name="days"
        type="number"
        required
        autoFocus
        min={1}
        max={MAX_DAYS}
        value={days}
        onValue={setDays}
      />
      <fieldset className="d-choice">
        <legend>{t('course.ground')}</legend>
        <Ground value="EXCEPTIONAL" chosen={ground} onChoose={setGround} />
        {hasRequests && <Ground value="INFORMATION_REQUESTED" chosen={ground} onChoose={setGround} />}
      </fieldset>
      <LabelledText label={t(words[mode].reason)} name="reason" required rows={3} value={reason} onValue={setReason} />
      {until && <p className="muted small">{t('course.newEnd', { until: fullDate(until) })}</p>}
      <p className="muted small">{t(words[mode].hint)}</p>
      <Submit>{t(words[mode].submit)}</Submit>
    </Form>
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
