import { useState } from 'react';
import type { FormProps } from '../act.js';
import { ActDialog } from './act-dialog.js';

const MAX_REASON = 2_000;

interface ReasonDialogProps extends FormProps<string> {
  readonly title: string;
  readonly label: string;
  readonly submit: string;
}

/** One text that goes with an act: a reason, a note. Ctrl+Enter sends it. */
export function ReasonDialog({ open, title, label, submit, onClose, onSend }: ReasonDialogProps) {
  return (
    <ActDialog open={open} onClose={onClose} title={title} onSend={onSend}>
      {(send) => <ReasonForm label={label} submit={submit} onSend={send} />}
    </ActDialog>
  );
}

interface ReasonFormProps extends Pick<ReasonDialogProps, 'label' | 'submit'> {
  readonly onSend: (reason: string) => void;
}

function ReasonForm({ label, submit, onSend }: ReasonFormProps) {
  const [text, setText] = useState('');
  return (
    <form
      className="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
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
