import { t } from '../words/words.js';
import { fullDate } from './dates.js';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is wrong with what a field holds. */
export interface Fault {
  readonly control: Control;
  readonly words: string;
}

/** In the order of the fields. */
export function faultsIn(form: HTMLFormElement): readonly Fault[] {
  return ([...form.elements] as Control[])
    .filter(isFault)
    .map((control) => ({ control, words: wordsOf(control, control.validity) }));
}

/** Blanks fill nothing in. */
function isFault(control: Control): boolean {
  if (!control.willValidate) return false;
  return !control.validity.valid || isBlank(control);
}

function isBlank({ value, required }: Control): boolean {
  return required && value !== '' && value.trim() === '';
}

/** The control of an input's field: `input.text` is named `text`, or by its whole path. */
export function fieldOf(form: HTMLFormElement, field: string | undefined): Control | undefined {
  if (field === undefined) return undefined;
  const named = form.elements.namedItem(field) ?? form.elements.namedItem(field.replace(/^input\./, ''));
  return named instanceof HTMLElement ? (named as Control) : undefined;
}

type Shown = Pick<Control, 'type' | 'title'> & { readonly min?: string; readonly max?: string };
type Wrong = Pick<ValidityState, 'valueMissing' | 'typeMismatch' | 'rangeUnderflow' | 'rangeOverflow' | 'valid'>;

export function wordsOf(control: Shown, wrong: Wrong): string {
  const { type, title } = control;
  if (wrong.valueMissing || wrong.valid) return t(missing[type] ?? 'parts.missing');
  if (wrong.typeMismatch) return t(type === 'email' ? 'parts.wrongEmail' : 'parts.wrongAddress');
  if (wrong.rangeUnderflow || wrong.rangeOverflow) return boundWords(control, wrong.rangeUnderflow);
  return title === '' ? t('parts.wrong') : t('parts.wrongAs', { title });
}

function boundWords({ type, min = '', max = '' }: Shown, isBelow: boolean): string {
  if (type !== 'date') return isBelow ? t('parts.tooSmall', { min }) : t('parts.tooLarge', { max });
  return isBelow ? t('parts.tooEarly', { min: fullDate(min) }) : t('parts.tooLate', { max: fullDate(max) });
}

const missing: Partial<Record<string, 'parts.missingChoice' | 'parts.missingCheck'>> = {
  'select-one': 'parts.missingChoice',
  checkbox: 'parts.missingCheck',
  radio: 'parts.missingChoice',
};
