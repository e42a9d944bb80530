import { useRef, useState, type ReactNode } from 'react';
import { Form } from '../../parts/form.js';
import { useKeys } from '../../parts/keys.js';
import { t } from '../../words/words.js';

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  /** What the button says that sends them. */
  readonly send: string;
  readonly maxLength: number;
  readonly begin?: string;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
  /** What puts other words into the field. */
  readonly children?: (put: (text: string) => void) => ReactNode;
}

/** Words that the sender of a message will read: Ctrl+Enter sends them. */
export function WordsForm(props: WordsProps) {
  const [text, setText] = useState(props.begin ?? '');
  const form = useRef<HTMLFormElement>(null);
  useKeys([{ keys: 'Control+Enter', title: props.send, run: () => form.current?.requestSubmit() }]);
  return (
    <Form ref={form} onSubmit={() => props.onSend(text.trim())}>
      <label className="d-label">
        {props.label}
        <textarea
          className="editor mod-answer"
          autoFocus
          required
          maxLength={props.maxLength}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {props.children?.(setText)}
      <p className="muted">{props.hint}</p>
      <button type="submit" className="d-button">
        {props.send}
        <kbd>Ctrl Enter</kbd>
      </button>{' '}
      <button type="button" className="d-button is-plain" onClick={props.onClose}>
        {t('parts.close')}
      </button>
    </Form>
  );
}
