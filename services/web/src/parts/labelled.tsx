import { use, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { InPlace } from './in-place.js';

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const MAX_TEXT = 2_000;

/** A form that is there when its screen opens leaves the focus to the screen. */
function useFocused(autoFocus: boolean | undefined): boolean {
  return use(InPlace) === undefined && autoFocus === true;
}

type TextProps = Labelled &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required' | 'autoFocus' | 'rows' | 'maxLength'> & {
    readonly name?: string | undefined;
  };
type LineProps = Labelled &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'required' | 'autoFocus' | 'maxLength' | 'type' | 'name' | 'min' | 'max' | 'pattern' | 'title' | 'list'
  >;

/** A text of a few lines, such as a reason. */
export function LabelledText({ label, onValue, maxLength = MAX_TEXT, autoFocus, ...given }: TextProps) {
  const focused = useFocused(autoFocus);
  return (
    <label>
      {label}
      <textarea
        className="editor is-short"
        maxLength={maxLength}
        autoFocus={focused}
        onChange={({ target }) => onValue(target.value)}
        {...given}
      />
    </label>
  );
}

/** One line: words, a code, a day. */
export function LabelledLine({ label, onValue, autoFocus, ...given }: LineProps) {
  const focused = useFocused(autoFocus);
  const isNumber = given.type === 'date' || given.pattern !== undefined;
  return (
    <label>
      {label}
      <input
        className={isNumber ? 'd-input num' : 'd-input'}
        autoFocus={focused}
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
  const { label, of, none, onValue, autoFocus, ...given } = props;
  const focused = useFocused(autoFocus);
  const chosen = (value: string) => of.find(([one]) => one === value)?.[0] ?? '';
  return (
    <select aria-label={label} autoFocus={focused} onChange={({ target }) => onValue(chosen(target.value))} {...given}>
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
