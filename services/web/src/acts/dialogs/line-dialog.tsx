import { useState } from 'react';
import { ActDialog } from './act-dialog.js';
import { DialogForm } from './dialog-form.js';

interface LineDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly pattern: string;
  readonly submit: string;
  readonly onClose: () => void;
  /** Answers whether the act was done. */
  readonly onLine: (line: string) => Promise<boolean>;
}

/** One line that goes with an act: a code. */
export function LineDialog({ open, title, onClose, onLine, ...field }: LineDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} begins={field.value} onSend={onLine}>
      {(send) => <LineForm {...field} onLine={send} />}
    </ActDialog>
  );
}

interface LineFormProps extends Pick<LineDialogProps, 'label' | 'value' | 'pattern' | 'submit'> {
  readonly onLine: (line: string) => void;
}

function LineForm({ label, value, pattern, submit, onLine }: LineFormProps) {
  const [line, setLine] = useState(value);
  return (
    <DialogForm onSubmit={() => onLine(line.trim())}>
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
