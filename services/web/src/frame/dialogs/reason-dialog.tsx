import { useState } from 'react';
import { Dialog } from '../../parts/dialog.js';

const MAX_REASON = 2_000;

interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly submit: string;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

/** One text that goes with an act: a reason, a note. Ctrl+Enter sends it. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm({ label, submit, onReason }: ReasonDialogProps) {
  const [text, setText] = useState('');
  return (
    <form
      className="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        onReason(text.trim());
      }}
    >
      <label>
        {label}
        <textarea
          className="editor is-short"
          autoFocus
          required
          maxLength={MAX_REASON}
          value={text}
          // Blanks are no reason: the browser says that the field is to be filled in.
          onChange={({ target: { value } }) => setText(value.trim() === '' ? '' : value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.ctrlKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <button type="submit" className="d-button is-main">
        {submit}
        <kbd>Ctrl Enter</kbd>
      </button>
    </form>
  );
}
