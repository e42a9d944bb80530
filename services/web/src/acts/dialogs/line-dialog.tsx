import { useState } from 'react';
import { Form, Submit } from '../../parts/form.js';
import { LabelledLine } from '../../parts/labelled.js';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

interface LineDialogProps extends FormProps<string> {
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly pattern: string;
  readonly submit: string;
}

/** One line that goes with an act: a code. */
export function LineDialog({ open, title, onClose, onSend, ...field }: LineDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={field.value} onSend={onSend}>
      {(send) => <LineForm {...field} onSend={send} />}
    </ActDialog>
  );
}

interface LineFormProps extends Pick<LineDialogProps, 'label' | 'value' | 'pattern' | 'submit'> {
  readonly onSend: (line: string) => void;
}

function LineForm({ label, value, pattern, submit, onSend }: LineFormProps) {
  const [line, setLine] = useState(value);
  return (
    <Form onSubmit={() => onSend(line.trim())}>
      <LabelledLine label={label} pattern={pattern} required autoFocus title={label} value={line} onValue={setLine} />
      <Submit>{submit}</Submit>
    </Form>
  );
}
