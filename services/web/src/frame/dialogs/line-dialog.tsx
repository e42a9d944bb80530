import { useState } from 'react';
import { Dialog } from '../../parts/dialog.js';
import { DialogForm } from './dialog-form.js';

interface LineDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly pattern: string;
  readonly submit: string;
  readonly onClose: () => void;
  readonly onLine: (line: string) => void;
}

/** One line that goes with an act: a code. */
export function LineDialog(props: LineDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <LineForm {...props} />
    </Dialog>
  );
}

function LineForm({ label, value, pattern, submit, onLine }: LineDialogProps) {
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
