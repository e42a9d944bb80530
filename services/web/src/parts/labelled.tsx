import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const MAX_TEXT = 2_000;

type TextProps = Labelled &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required' | 'autoFocus' | 'rows' | 'maxLength'>;
type LineProps = Labelled & Pick<InputHTMLAttributes<HTMLInputElement>, 'required' | 'maxLength' | 'type'>;

/** A text of a few lines, such as a reason. */
export function LabelledText({ label, onValue, maxLength = MAX_TEXT, ...given }: TextProps) {
  return (
    <label>
      {label}
      <textarea
        className="editor is-short"
        maxLength={maxLength}
        onChange={({ target }) => onValue(target.value)}
        {...given}
      />
    </label>
  );
}

/** One line. */
export function LabelledLine({ label, onValue, ...given }: LineProps) {
  return (
    <label>
      {label}
      <input className="d-input" onChange={({ target }) => onValue(target.value)} {...given} />
    </label>
  );
}
