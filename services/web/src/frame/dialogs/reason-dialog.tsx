import { useState } from 'react';
import { Dialog } from '../../parts/dialog.js';

const MAX_REASON = 2_000;

interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly submit: string;
  readonly onClose: () => void;
  /** Answers whether the act was done. */
  readonly onReason: (reason: string) => Promise<boolean>;
}

/** One text that goes with an act: a reason, a note. Ctrl+Enter sends it. What was typed stands here again until the act is done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    if (await props.onReason(text.trim())) setText('');
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <ReasonForm {...props} text={text} onText={setText} onSend={() => void send()} />
    </Dialog>
  );
}

interface ReasonFormProps extends Pick<ReasonDialogProps, 'label' | 'submit'> {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
}

function ReasonForm({ label, submit, text, onText, onSend }: ReasonFormProps) {
  return (
    <form
      className="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
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
          onChange={({ target: { value } }) => onText(value.trim() === '' ? '' : value)}
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
