import { useState } from 'react';
import type { UnansweredGround } from '../../generated/enumerations.js';
import { LabelledChoice, LabelledLine, LabelledText } from '../../parts/labelled.js';
import { Form, Submit } from '../../parts/form.js';
import { t } from '../../words/words.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

const grounds = [
  'ANON',
  'COURT',
  'ABUSE',
  'UNREADABLE',
  'UNCLEAR',
  'REPEAT',
  'PUBLISHED',
  'SECRET',
  'COMPLAINT',
] as const satisfies readonly UnansweredGround[];

/** "Repeatedly" (59-FZ art. 11(5)). */
const MIN_EARLIER = 2;

export interface LeftUnanswered {
  readonly ground: UnansweredGround;
  readonly earlier?: readonly string[];
  readonly address?: string;
  readonly reason?: string;
}

/** An answered question of an earlier appeal of the same person. */
export interface EarlierAnswer {
  readonly id: string;
  readonly title: string;
}

interface LeaveDialogProps extends FormProps<LeftUnanswered> {
  readonly earlier: readonly EarlierAnswer[];
  /** The submission has neither a name nor an address of any kind: no one can be notified. */
  readonly isAnonymous: boolean;
  /** An official noted the body complained of. */
  readonly isComplaint: boolean;
}

/** The head's decision by a part of article 11 of 59-FZ, or by article 8(7). */
export function LeaveDialog({ open, earlier, isAnonymous, isComplaint, onClose, onSend }: LeaveDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.leaveTitle')} onSend={onSend}>
      {(send) => <LeaveForm earlier={earlier} isAnonymous={isAnonymous} isComplaint={isComplaint} onSend={send} />}
    </ActDialog>
  );
}

interface LeaveFormProps extends Pick<LeaveDialogProps, 'earlier' | 'isAnonymous' | 'isComplaint'> {
  readonly onSend: (left: LeftUnanswered) => void;
}

function LeaveForm({ earlier, isAnonymous, isComplaint, onSend }: LeaveFormProps) {
  const [ground, setGround] = useState<UnansweredGround | ''>('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState('');
  const submit = (): void => {
    if (!ground) return;
    onSend({
      ground,
      ...(ground === 'REPEAT' && { earlier: chosen }),
      ...(ground === 'PUBLISHED' && { address: address.trim() }),
      ...(reason.trim() && { reason: reason.trim() }),
    });
  };
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Form onSubmit={submit}>
      <LabelledChoice
        label={t('dialogs.leaveGround')}
        name="ground"
        required
        autoFocus
        none={t('dialogs.choose')}
        of={grounds
          .filter((one) => (one !== 'ANON' || isAnonymous) && (one !== 'COMPLAINT' || isComplaint))
          .map((one) => [one, t(`dialogs.ground${one}`)])}
        value={ground}
        onValue={setGround}
      />
      {ground === 'REPEAT' && (
        <fieldset className="d-choice">
          <legend>{t('dialogs.leaveEarlier')}</legend>
          {earlier.length < MIN_EARLIER && <p className="muted">{t('dialogs.leaveNoEarlier')}</p>}
          {earlier.map(({ id, title }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      {ground === 'PUBLISHED' && (
        <LabelledLine
          label={t('dialogs.leaveAddress')}
          name="address"
          type="url"
          required
          maxLength={500}
          value={address}
          onValue={setAddress}
        />
      )}
      <LabelledText label={t('dialogs.leaveReason')} rows={2} value={reason} onValue={setReason} />
      <p className="muted small">{t(ground === 'ANON' ? 'dialogs.leaveHintAtOnce' : 'dialogs.leaveHint')}</p>
      <Submit disabled={ground === 'REPEAT' && chosen.length < MIN_EARLIER}>{t('dialogs.leaveDo')}</Submit>
    </Form>
  );
}
