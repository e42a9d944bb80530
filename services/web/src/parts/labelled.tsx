import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const MAX_TEXT = 2_000;

type TextProps = Labelled &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required' | 'autoFocus' | 'rows' | 'maxLength'> & {
    readonly name?: string | undefined;
  };
type LineProps = Labelled &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'required' | 'autoFocus' | 'maxLength' | 'type' | 'name' | 'min' | 'max' | 'pattern' | 'title'
  >;

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

/** One line: words, a code, a day. */
export function LabelledLine({ label, onValue, ...given }: LineProps) {
  const isNumber = given.type === 'date' || given.pattern !== undefined;
  return (
    <label>
      {label}
      <input
        className={isNumber ? 'd-input num' : 'd-input'}
        onChange={({ target }) => onValue(target.value)}
        {...given}
      />
    </label>
  );
}

interface ChoiceProps<Value extends string>
  extends
    Omit<Labelled, 'onValue'>,
    Pick<SelectHTMLAttributes<HTMLSelectElement>, 'required' | 'autoFocus' | 'name' | 'className'> {
  /** What is chosen among, with its words. */
  readonly of: readonly (readonly [value: Value, words: string])[];
  /** What is shown while nothing is chosen. */
  readonly none?: string;
  readonly onValue: (value: Value | '') => void;
}

/** One of several, in a form. */
export function LabelledChoice<Value extends string>({ label, className, ...choice }: ChoiceProps<Value>) {
  return (
    <label className={className}>
      {label}
      <Choice {...choice} />
    </label>
  );
}

/** One of several, in a row of filters: its label is read aloud. */
export function Choice<Value extends string>(props: Omit<ChoiceProps<Value>, 'label'> & { readonly label?: string }) {
  const { label, of, none, onValue, ...given } = props;
  const chosen = (value: string) => of.find(([one]) => one === value)?.[0] ?? '';
  return (
    <select aria-label={label} onChange={({ target }) => onValue(chosen(target.value))} {...given}>
      {none !== undefined && <option value="">{none}</option>}
      {of.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface TickProps {
  readonly label: string;
  readonly value: boolean;
  readonly required?: boolean;
  readonly onValue: (value: boolean) => void;
}

/** Said or not. */
export function LabelledTick({ label, value, required, onValue }: TickProps) {
  return (
    <label className="d-check">
      <input type="checkbox" required={required} checked={value} onChange={({ target }) => onValue(target.checked)} />
      {label}
    </label>
  );
}
