import { useState } from 'react';
import { Form, Submit } from '../../parts/form.js';
import { LabelledText } from '../../parts/labelled.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

interface ReasonDialogProps extends FormProps<string> {
  /** The field of the input, where a refusal may name it. */
  readonly name?: string | undefined;
  readonly title: string;
  readonly label: string;
  readonly submit: string;
}

/** One text that goes with an act: a reason, a note. Ctrl+Enter sends it. */
export function ReasonDialog({ open, title, name, label, submit, onClose, onSend }: ReasonDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} onSend={onSend}>
      {(send) => <ReasonForm name={name} label={label} submit={submit} onSend={send} />}
    </ActDialog>
  );
}

interface ReasonFormProps extends Pick<ReasonDialogProps, 'name' | 'label' | 'submit'> {
  readonly onSend: (reason: string) => void;
}

function ReasonForm({ name, label, submit, onSend }: ReasonFormProps) {
  const [text, setText] = useState('');
  return (
    <Form onSubmit={() => onSend(text.trim())}>
      <LabelledText label={label} name={name} autoFocus required value={text} onValue={setText} />
      <Submit keys="Ctrl Enter">{submit}</Submit>
    </Form>
  );
}
