import { useState } from 'react';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

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
    <DialogForm onSubmit={() => onSend(line.trim())}>
      <label>
        {label}
        <input
          className="d-input num"
          required
          autoFocus
          pattern={pattern}
          title={label}
          value={line}
          onChange={(event) => setLine(event.target.value)}
        />
      </label>
      <button type="submit" className="d-button is-main">
        {submit}
        <kbd>Enter</kbd>
      </button>
    </DialogForm>
  );
}
